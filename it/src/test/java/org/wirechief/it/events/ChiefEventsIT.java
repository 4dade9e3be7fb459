package org.wirechief.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.net.Address;

/// `chief events` at a stand-in for OpenSIPS.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ChiefEventsIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private static void awaitSubscribers(FakeOpenSips node, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> node.subscribers().size() == count);
    }

    @ParameterizedTest
    @EnumSource
    void printsALineForEachCapturedEvent(FakeOpenSips.Age age) throws Exception {
        List<byte[]> datagrams = EventVectors.datagrams(age);
        List<String> names = EventVectors.names(age);
        try (var node =
                FakeOpenSips.at(age, Address.unixDatagram(folder.resolve("mi").toString()))) {
            List<String> words = new ArrayList<>(
                    List.of("events", "-s", node.node(), "--count", Integer.toString(datagrams.size())));
            words.addAll(names);
            try (Chief chief = Chief.start(folder, words.toArray(String[]::new))) {
                awaitSubscribers(node, names.size());
                for (byte[] datagram : datagrams) {
                    node.raise(EventVectors.name(age, datagram), datagram);
                }

                Outcome outcome = chief.outcome();

                assertThat(outcome.exit()).isZero();
                assertThat(outcome.stdout().lines()).hasSize(datagrams.size());
                assertThat(outcome.stdout()).contains("\nE_PIKE_BLOCKED ip=127.0.0.1\n");
                assertThat(outcome.stderr()).hasLineCount(1).contains("sends E_");
                assertThat(node.subscribers()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void unsubscribesWhenItIsStopped(String signal) throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, Address.udp("127.0.0.1", 0));
                Chief chief = Chief.start(folder, "events", "-s", node.node(), "-o", "ndjson", "E_X")) {
            awaitSubscribers(node, 1);
            node.raise("E_X", "{\"method\":\"E_X\",\"params\":[1,null]}".getBytes(StandardCharsets.UTF_8));
            chief.printed(1);
            if (signal.equals("INT")) {
                chief.interrupt();
            } else {
                chief.term();
            }

            Outcome outcome = chief.outcome();

            assertThat(outcome.exit()).isEqualTo(signal.equals("INT") ? 130 : 143);
            assertThat(outcome.stdout()).matches("\\{\"time\":\"[^\"]+Z\",\"event\":\"E_X\",\"params\":\\[1,null]}\n");
            assertThat(outcome.stderr()).endsWith("chief events: stopped\n");
            assertThat(node.subscribers()).isEmpty();
        }
    }

    @Test
    void unsubscribesAlsoWhereNobodyReadsWhatItPrints() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.TEXT, Address.udp("127.0.0.1", 0))) {
            Process process = piped("exec " + Chief.shellWords() + " events -s " + node.node() + " E_X");
            try {
                awaitSubscribers(node, 1);
                // more than the pipe and the buffer before it take
                byte[] event = ("E_X\na::" + "b".repeat(1000) + "\n\n").getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 1000; i++) {
                    node.raise("E_X", event);
                }
                process.destroy();

                awaitSubscribers(node, 0);
                assertThat(process.waitFor()).isEqualTo(143);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void unsubscribesAndEndsWhenItsReaderGoesAway() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.TEXT, Address.udp("127.0.0.1", 0))) {
            Process process = piped(Chief.shellWords() + " events -s " + node.node() + " E_X | head -n 1");
            try {
                awaitSubscribers(node, 1);
                byte[] event = "E_X\n\n".getBytes(StandardCharsets.US_ASCII);
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                    node.raise("E_X", event);
                    return !process.isAlive();
                });

                assertThat(node.subscribers()).isEmpty();
                assertThat(folder.resolve("log")).content().doesNotContain("Broken pipe", "cannot write");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process piped(String line) throws IOException {
        return new ProcessBuilder("sh", "-c", line)
                .redirectError(folder.resolve("log").toFile())
                .start();
    }

    @Test
    void tellsOfARestart() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.TEXT, Address.udp("127.0.0.1", 0));
                Chief chief = Chief.start(
                        folder,
                        "events",
                        "-s",
                        node.node(),
                        "--check",
                        "50ms",
                        "--expire",
                        "7",
                        "--count",
                        "1",
                        "E_X")) {
            awaitSubscribers(node, 1);
            node.forget();
            awaitSubscribers(node, 1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> chief.log().stream().anyMatch(line -> line.contains("unknown how many missing")));
            node.raise("E_X", "E_X\nwith space::a b\n\n".getBytes(StandardCharsets.UTF_8));

            assertThat(chief.outcome().stdout()).isEqualTo("E_X \"with space\"=\"a b\"\n");
            assertThat(node.requests()).anyMatch(request -> request.endsWith(" 7"));
        }
    }

    @Test
    void endsWhenItCannotSubscribe() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, Address.udp("127.0.0.1", 0))) {
            Outcome refused = Chief.run(folder, "events", "-s", node.node(), "E_NOPE");
            Outcome nobody = Chief.run(folder, "events", "-s", "mi:" + folder.resolve("none"), "E_X");
            Outcome noMi = Chief.run(folder, "events", "-s", "unixs:/run/x", "E_X");
            Outcome noEvent = Chief.run(folder, "events", "-s", node.node());

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.stderr()).contains("400 Bad parameter value");
            assertThat(nobody.exit()).isEqualTo(3);
            assertThat(noMi.exit()).isEqualTo(2);
            assertThat(noEvent.stderr()).contains("an EVENT is missing");
        }
    }
}
