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
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.client.Client;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.Tool;

/// Every method of a real Kamailio with the modules that operators use, called without parameters:
/// the answer can be read, be it a result or a fault, and is the one that `kamcmd` shows.
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

    /// What a method answered: a fault as kamcmd prints it, or values.
    private record Answer(String fault, List<Value> values) {}

    @ParameterizedTest
    @MethodSource("addresses")
    void isAnsweredAndSaysWhatKamcmdSays(String address) throws Exception {
        Tool.require("kamcmd");
        List<String> differences = new ArrayList<>();
        try (Client client = Client.connect(address)) {
            for (String method : methods(client)) {
                if (!MethodTable.LEFT_OUT.containsKey(method)) {
                    Answer answer = call(client, method);
                    compare(address, method, answer, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
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

    private static Answer call(Client client, String method) throws IOException {
        try {
            return new Answer("", client.callForAll(method));
        } catch (RemoteFault e) {
            return new Answer("error: " + e.code() + " - " + e.reason() + "\n", List.of());
        }
    }

    private static void compare(String address, String method, Answer answer, List<String> differences)
            throws Exception {
        Outcome kamcmd = kamcmd(address, method);
        if (MethodTable.CHANGING.containsKey(method)) {
            return;
        }
        if (!answer.fault().isEmpty() || kamcmd.stdout().startsWith("error: ")) {
            if (!answer.fault().equals(kamcmd.stdout())) {
                differences.add(method + ": " + answer + " but kamcmd says " + kamcmd);
            }
        } else if (lines(answer.values()) != topLines(kamcmd.stdout())) {
            differences.add(method + ": " + answer.values().size() + " records but kamcmd says " + kamcmd);
        }
    }

    /// Lines at the outer level that kamcmd prints for these: one a value, and one more for each
    /// line break inside a text.
    private static long lines(List<Value> values) {
        long breaks = values.stream()
                .filter(value -> value instanceof Value.Text)
                .flatMapToInt(value -> value.asText().chars())
                .filter(octet -> octet == '\n')
                .count();
        return values.size() + breaks;
    }

    private static long topLines(String printed) {
        return printed.lines()
                .filter(line -> !line.startsWith("\t") && !line.equals("}"))
                .count();
    }

    /// `chief call` shows each answer as kamcmd does, but a fault as one line of talk with its own
    /// exit code.
    @ParameterizedTest
    @MethodSource("addresses")
    void isShownByChiefCall(String address) throws Exception {
        Tool.require("kamcmd");
        List<String> differences = new ArrayList<>();
        try (Client client = Client.connect(address)) {
            for (String method : methods(client)) {
                if (MethodTable.LEFT_OUT.containsKey(method)) {
                    continue;
                }
                Outcome shown = ChiefCall.run("call", "-s", address, method);
                Outcome kamcmd = kamcmd(address, method);
                boolean stable = !MethodTable.CHANGING.containsKey(method);
                if (shown.exit() > 1 || (stable && !isSame(shown, kamcmd))) {
                    differences.add(method + ": " + shown + " but kamcmd says " + kamcmd);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static boolean isSame(Outcome shown, Outcome kamcmd) {
        if (kamcmd.stdout().startsWith("error: ")) {
            String fault = kamcmd.stdout().strip().replaceAll("\\p{Cntrl}", " ");
            return shown.equals(new Outcome(1, "", fault + "\n"));
        }
        return shown.exit() == 0
                && shown.stderr().isEmpty()
                && withoutNumbers(shown.stdout()).equals(withoutNumbers(kamcmd.stdout()));
    }

    /// They may be others a moment later.
    private static String withoutNumbers(String text) {
        return text.replaceAll("-?\\d+(\\.\\d+)?", "N");
    }

    private static Outcome kamcmd(String address, String method) throws Exception {
        return Outcome.of(new ProcessBuilder(Tool.require("kamcmd").toString(), "-s", address, method), "");
    }

    @Test
    void theTableNamesNoMethodThatIsNotThere() throws IOException {
        try (Client client = Client.connect(kamailio.unix())) {
            assertThat(methods(client)).containsAll(MethodTable.LEFT_OUT.keySet());
            assertThat(methods(client)).containsAll(MethodTable.CHANGING.keySet());
        }
    }
}
