package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// Requests in, replies out.
final class FifoTrafficTest {

    @Test
    void replyGoesToTheNamedFifo() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> reply = door.reader("r");
            door.write("r hello\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("hello");
            Waiting.until(() -> door.counters.fifos.repliesSent.sum() == 1);
            assertThat(door.counters.bytesIn.sum()).isEqualTo(8);
            assertThat(door.counters.bytesOut.sum()).isEqualTo(5);
        }
    }

    @Test
    void requestsInOneWriteAndOneInSeveral() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> a = door.reader("a");
            FutureTask<String> b = door.reader("b");
            FutureTask<String> c = door.reader("c");
            door.write("a 1\nb 2\nc ");
            assertThat(FifoDoor.get(a) + FifoDoor.get(b)).isEqualTo("12");
            door.write("thr");
            door.write("ee\n");

            assertThat(FifoDoor.get(c)).isEqualTo("three");
        }
    }

    @Test
    void repliesToRequestsThatCameTogetherLeaveTogether() throws Exception {
        try (var door = FifoDoor.open()) {
            for (int i = 0; i < 200; i++) {
                FutureTask<String> reply = door.reader("r" + i);
                door.write("r" + i + " one,\nr" + i + " two,\nr" + i + " three\n");

                assertThat(FifoDoor.get(reply)).isEqualTo("one,two,three");
            }
        }
    }

    @Test
    void noReplyWaitsForACommandThatAnswersLater() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<InputStream> opening = door.idleReader("r");
            door.write("r 1\nr 2\nr later\nr 4\n");
            InputStream reader = FifoDoor.get(opening);

            assertThat(new String(reader.readNBytes(2), StandardCharsets.UTF_8)).isEqualTo("12");
            assertThat(door.run).doesNotContain("r 4");
            door.going.countDown();
            assertThat(new String(reader.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("later4");
            assertThat(door.counters.fifos.repliesSent.sum()).isEqualTo(4);
            reader.close();
        }
    }

    @Test
    void repliesOfEachSizeComeWholeAndInOrder() throws Exception {
        for (int size : new int[] {1, 7, 100, 4096, 5000, 16_384, 20_000}) {
            try (var door = FifoDoor.open()) {
                int count = 4_000_000 / Math.max(size, 4000);
                var expected = new StringBuilder();
                var requests = new StringBuilder();
                for (int i = 0; i < count; i++) {
                    requests.append("r *").append(size).append("\nr ").append(i).append("\n");
                    expected.append("x".repeat(size)).append(i);
                }
                Path fifo = door.makeFifo("r");
                // open for writing too: there is no end between two writes of the server
                try (var reader = new RandomAccessFile(fifo.toFile(), "rw")) {
                    FutureTask<String> reading = new FutureTask<>(() -> {
                        byte[] all = new byte[expected.length()];
                        reader.readFully(all);
                        return new String(all, StandardCharsets.UTF_8);
                    });
                    Thread.ofPlatform().daemon().start(reading);
                    door.write(requests.toString());

                    assertThat(FifoDoor.get(reading).contentEquals(expected))
                            .as("of %d bytes", size)
                            .isTrue();
                }
                Waiting.until(() -> door.counters.fifos.repliesSent.sum() == 2L * count);
                assertThat(door.counters.bytesOut.sum()).isEqualTo(expected.length());
            }
        }
    }

    /// The next request would fail at the first thing it waits for.
    @Test
    void anInterruptOfOneRequestIsNotOneOfTheNext() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> a = door.reader("a");
            FutureTask<String> b = door.reader("b");
            door.going.countDown();
            door.write("a interrupt\nb hold\n");

            assertThat(FifoDoor.get(a) + FifoDoor.get(b)).isEqualTo("interrupthold");
            assertThat(door.counters.fifos.handlerErrors.sum()).isZero();
        }
    }

    @Test
    void halfARequestIsDroppedInTime() throws Exception {
        var limits = FifoLimits.DEFAULT.withTimeouts(
                Duration.ofMillis(50), FifoLimits.DEFAULT.openTimeout(), FifoLimits.DEFAULT.replyTimeout());
        try (var door = FifoDoor.open(limits)) {
            door.write("a never");
            Waiting.until(() -> door.counters.fifos.incompleteExpired.sum() == 1);
            FutureTask<String> b = door.reader("b");
            door.write("b 2\n");

            assertThat(FifoDoor.get(b)).isEqualTo("2");
            assertThat(door.run).containsExactly("b 2");
            assertThat(door.unfinished).containsExactly("expired a never");
        }
    }

    @Test
    void tooLongARequestIsSkipped() throws Exception {
        try (var door = FifoDoor.open(FifoLimits.DEFAULT.withMaxRequest(20_000))) {
            FutureTask<String> b = door.reader("b");
            door.write("a " + "x".repeat(200_000) + "\n");
            door.write("b 2\n");

            assertThat(FifoDoor.get(b)).isEqualTo("2");
            assertThat(door.counters.fifos.tooLong.sum()).isEqualTo(1);
            assertThat(door.run).containsExactly("b 2");
            assertThat(door.unfinished).containsExactly("too long a xx");
        }
    }

    @Test
    void tooLongARequestThatPlainlyBeginsIsSkippedAtOnce() throws Exception {
        var limits = FifoLimits.DEFAULT
                .withMaxRequest(20_000)
                .withTimeouts(
                        Duration.ofMinutes(10), FifoLimits.DEFAULT.openTimeout(), FifoLimits.DEFAULT.replyTimeout());
        try (var door = FifoDoor.open(limits)) {
            FutureTask<String> b = door.reader("b");
            door.write("!a " + "x".repeat(300_000) + "\n");
            door.write("b 2\n");

            assertThat(FifoDoor.get(b)).isEqualTo("2");
            assertThat(door.counters.fifos.tooLong.sum()).isEqualTo(1);
            assertThat(door.run).containsExactly("b 2");
        }
    }

    @Test
    void aHandlerThatThrowsCostsItsRequestOnly() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> a = door.reader("a");
            FutureTask<String> b = door.reader("b");
            door.write("no-blank-in-this-line\n");
            Waiting.until(() -> door.counters.fifos.handlerErrors.sum() == 1);
            door.write("a throw\nb 2\n");

            assertThat(FifoDoor.get(a)).isEmpty();
            assertThat(FifoDoor.get(b)).isEqualTo("2");
            assertThat(door.counters.fifos.handlerErrors.sum()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerMayComeFromAnotherThread() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> reply = door.reader("r");
            door.write("r late\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("late");
        }
    }

    @Test
    void largeReplyToAReaderThatReads() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> reply = door.reader("r");
            door.write("r *8000000\n");

            assertThat(FifoDoor.get(reply)).hasSize(8_000_000);
        }
    }

    @Test
    void whatWasWrittenBeforeTheEndIsAnswered() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> first = door.reader("first");
            FutureTask<String> large = door.reader("large");
            door.write("first 1\nlarge *1000000\n");

            assertThat(door.listener.drain(Duration.ofSeconds(60))).isTrue();

            assertThat(FifoDoor.get(first)).isEqualTo("1");
            assertThat(FifoDoor.get(large)).hasSize(1_000_000);
            assertThat(Files.exists(door.path)).isFalse();
        }
    }

    @Test
    void readingIsFinishedWhenTheHandlerHasHadEverything() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> held = door.reader("held");
            FutureTask<String> next = door.reader("next");
            door.write("held hold\n");
            Waiting.until(() -> door.run.size() == 1);
            door.write("next 2\nhalf");

            assertThat(door.listener.finishReading(Duration.ofMillis(50))).isFalse();
            assertThat(door.run).containsExactly("held hold");
            door.going.countDown();
            assertThat(door.listener.finishReading(Duration.ofSeconds(60))).isTrue();

            assertThat(door.run).containsExactly("held hold", "next 2");
            assertThat(door.unfinished).containsExactly("expired half");
            assertThat(FifoDoor.get(held) + FifoDoor.get(next)).isEqualTo("hold2");
            assertThat(door.listener.drain(Duration.ofSeconds(60))).isTrue();
        }
    }

    @Test
    void closingGivesUpAndCounts() throws Exception {
        var door = FifoDoor.open();
        var idle = door.idleReader("idle");
        door.makeFifo("unread");
        door.write("idle *1000000\nunread 1\n");
        Waiting.until(() -> door.counters.fifos.repliesParked.sum() == 1 && door.counters.fifos.waited.sum() == 1);

        door.close();

        assertThat(door.counters.fifos.repliesDropped.sum()).isEqualTo(1);
        assertThat(door.counters.fifos.unrunDropped.sum()).isEqualTo(1);
        assertThat(door.dropped).containsExactly("unread 1");
        FifoDoor.get(idle).close();
    }
}
