package org.wirechief.it.kamailio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.client.Client;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;
import org.wirechief.it.kamcmd.BothKamcmds;
import org.wirechief.it.kamcmd.CapturedCase;
import org.wirechief.it.kamcmd.Kamcmd;
import org.wirechief.it.live.Outcome;

/// Every method of a real Kamailio with the modules that operators use, called without parameters:
/// the answer can be read, be it a result or a fault, and is shown as `kamcmd` shows it.
class EveryMethodIT {
    private static Kamailio kamailio;

    @BeforeAll
    static void start() throws IOException {
        kamailio = Kamailio.start(KamailioSetup.LARGE);
    }

    @AfterAll
    static void stop() throws IOException {
        if (kamailio != null) {
            kamailio.close();
        }
    }

    static Stream<String> addresses() {
        return kamailio.addresses().stream();
    }

    /// All over one connection; a fault is an answer too.
    @ParameterizedTest
    @MethodSource("addresses")
    void isAnsweredSoThatItCanBeRead(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            for (String method : methods(client)) {
                if (MethodTable.LEFT_OUT.containsKey(method)) {
                    continue;
                }
                try {
                    client.callForAll(method);
                } catch (RemoteFault e) {
                    assertThat(e.code()).as(method).isBetween(400, 699);
                    assertThat(e.reason()).as(method).isNotEmpty();
                }
            }
        }
    }

    private static List<String> methods(Client client) throws IOException {
        List<String> methods = client.callForAll("system.listMethods").stream()
                .map(Value::asText)
                .toList();
        for (String module : List.of(
                "core.", "corex.", "cnt.", "cfg.", "htable.", "dispatcher.", "ul.", "dlg.", "tm.", "pike.", "pkg.")) {
            assertThat(methods).anyMatch(method -> method.startsWith(module));
        }
        assertThat(methods).hasSizeGreaterThan(150);
        return methods;
    }

    /// To the byte, by `chief call` and by `chief kamcmd`.
    @ParameterizedTest
    @MethodSource("addresses")
    void isShownAsKamcmdShowsIt(String address) throws Exception {
        List<String> lines;
        try (Client client = Client.connect(address)) {
            lines = Stream.concat(
                            methods(client).stream().filter(method -> !MethodTable.LEFT_OUT.containsKey(method)),
                            MethodTable.WITH_ARGUMENTS.stream())
                    .toList();
        }
        List<String> differences = new ArrayList<>();
        for (String line : lines) {
            Three three = Three.ask(address, line);
            for (int i = 1; !three.areAlike() && i < MethodTable.tries(line); i++) {
                Thread.sleep(50);
                three = Three.ask(address, line);
            }
            if (!three.areAlike()) {
                differences.add(three.toString());
            }
        }
        assertThat(differences).isEmpty();
    }

    /// What three programs made of the same call, one after the other.
    private record Three(List<String> words, Outcome debians, Outcome ours, Outcome call) {
        static Three ask(String address, String line) throws Exception {
            List<String> words = Stream.concat(Stream.of("-s", address, "--"), Stream.of(line.split(" ")))
                    .toList();
            Outcome call = ChiefCall.run(
                    Stream.concat(Stream.of("call"), words.stream()).toArray(String[]::new));
            return new Three(words, Kamcmd.DEBIANS.run(words), Kamcmd.OURS.run(words), call);
        }

        boolean areAlike() {
            return BothKamcmds.areAlike(words, ours, debians) && BothKamcmds.areAlike(words, call, expectedOfCall());
        }

        /// As kamcmd, but a fault is one line of talk and has an exit status of its own.
        private Outcome expectedOfCall() {
            if (debians.stdout().startsWith("error: ")) {
                String fault = debians.stdout().strip().replaceAll("\\p{Cntrl}", " ");
                return new Outcome(1, "", fault + "\n");
            }
            return debians;
        }
    }

    static Stream<Arguments> kamcmdsOwnWords() {
        return addresses()
                .flatMap(address -> CapturedCase.ofUnixStream().map(captured -> Arguments.of(address, captured)));
    }

    /// Aliases, formats and help, of the command lines that were captured once.
    @ParameterizedTest
    @MethodSource
    void kamcmdsOwnWords(String address, CapturedCase captured) throws Exception {
        assertThat(BothKamcmds.run(captured.at(address)).stderr()).isEqualTo(captured.stderr());
    }

    @Test
    void theTableNamesNoMethodThatIsNotThere() throws IOException {
        try (Client client = Client.connect(kamailio.unix())) {
            assertThat(methods(client)).containsAll(MethodTable.LEFT_OUT.keySet());
            assertThat(methods(client)).containsAll(MethodTable.MOVING.keySet());
        }
    }
}
