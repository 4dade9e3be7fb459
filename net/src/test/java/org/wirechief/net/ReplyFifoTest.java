package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reply FIFOs that nobody reads, that are none, or whose readers stop or go.
final class ReplyFifoTest {
    private static final FifoLimits IMPATIENT =
            FifoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMillis(100));

    @Test
    void requestsWaitForTheirReaderAndOthersOvertake() throws Exception {
        try (var door = FifoDoor.open()) {
            Path late = door.makeFifo("late");
            FutureTask<String> other = door.reader("other");
            door.write("late 1\nother 2\n");

            assertThat(FifoDoor.get(other)).isEqualTo("2");
            assertThat(door.run).containsExactly("other 2");
            assertThat(FifoDoor.get(FifoDoor.readerOf(late))).isEqualTo("1");
        }
    }

    @Test
    void requestsOfOneNameKeepTheirOrder() throws Exception {
        try (var door = FifoDoor.open()) {
            Path fifo = door.makeFifo("r");
            String requests =
                    IntStream.range(0, 200).mapToObj(i -> "r " + i + "\n").collect(Collectors.joining());
            door.write(requests);
            var answers = new StringBuilder();
            while (door.run.size() < 200) {
                answers.append(FifoDoor.get(FifoDoor.readerOf(fifo)));
            }

            assertThat(door.run)
                    .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "r " + i).toList());
            assertThat(answers.toString())
                    .isEqualTo(
                            IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining()));
        }
    }

    @Test
    void aThousandThatNobodyReadsCostNobodyElse() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<String> reply = door.reader("read");
            for (int i = 0; i < 20; i++) {
                door.makeFifo("unread" + i);
            }
            for (int i = 0; i < 1000; i++) {
                door.write("unread" + i % 20 + " x\n");
            }
            door.write("read me\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("me");
            Waiting.until(() -> door.counters.fifos.noReader.sum() == 1000);
            assertThat(door.run).containsExactly("read me");
            assertThat(door.dropped).hasSize(1000);
        }
    }

    @Test
    void whatIsNoFifoOfItsOwnIsRefusedAndLeftAlone() throws Exception {
        try (var door = FifoDoor.open()) {
            Path regular = Files.writeString(door.directory.resolve("regular"), "as it was");
            Path fifo = door.makeFifo("linked");
            Files.createLink(door.directory.resolve("second"), fifo);
            Files.createSymbolicLink(door.directory.resolve("symbolic"), door.makeFifo("other"));
            FutureTask<String> reader = FifoDoor.readerOf(fifo);
            door.write("absent x\nregular x\nlinked x\nsymbolic x\nno/such/directory x\n" + "n".repeat(5000) + " x\n");
            Waiting.until(() -> door.counters.fifos.replyRefused.sum() == 6);

            assertThat(door.run).isEmpty();
            assertThat(regular).hasContent("as it was");
            assertThat(reader).isNotDone();
        }
    }

    @Test
    void readersThatStopCostTheirOwnRepliesOnly() throws Exception {
        List<FutureTask<InputStream>> idle = new ArrayList<>();
        var limits =
                FifoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(2));
        try (var door = FifoDoor.open(limits)) {
            for (int i = 0; i < 100; i++) {
                idle.add(door.idleReader("idle" + i));
                door.write("idle" + i + " *500000\n");
            }
            FutureTask<String> reply = door.reader("read");
            door.write("read *500000\n");

            assertThat(FifoDoor.get(reply)).hasSize(500_000);
            Waiting.until(() -> door.counters.fifos.repliesExpired.sum() == 100);
            assertThat(door.counters.fifos.repliesSent.sum()).isEqualTo(1);
        }
        for (FutureTask<InputStream> reader : idle) {
            FifoDoor.get(reader).close();
        }
    }

    @Test
    void aReaderThatGoesCostsItsReplyOnly() throws Exception {
        try (var door = FifoDoor.open()) {
            var idle = door.idleReader("r");
            door.write("r *1000000\n");
            FifoDoor.get(idle).close();
            Waiting.until(() -> door.counters.fifos.repliesReaderGone.sum() == 1);
            door.write("r again\n");

            assertThat(FifoDoor.get(FifoDoor.readerOf(door.directory.resolve("r"))))
                    .isEqualTo("again");
        }
    }

    @Test
    void eachReplyOfSeveralThatItsReaderLeftIsCounted() throws Exception {
        try (var door = FifoDoor.open(IMPATIENT)) {
            var idle = door.idleReader("r");
            door.write("r *10000\n".repeat(20));
            FifosSettled settled = new FifosSettled(door.counters.fifos);
            Waiting.until(() -> door.counters.fifos.repliesExpired.sum() > 0);
            long sent = door.counters.fifos.repliesSent.sum();
            assertThat(sent).isBetween(1L, 6L);
            FifoDoor.get(idle).close();
            Waiting.until(() -> settled.sum() == 20);

            assertThat(door.run.size() + door.dropped.size()).isEqualTo(20);
            assertThat(door.counters.fifos.repliesSent.sum()).isEqualTo(sent);
        }
    }

    /// The pipe is full when one of several that came together answers later.
    @Test
    void whoAnswersLaterComesBehindWhatTheReaderLeft() throws Exception {
        try (var door = FifoDoor.open()) {
            var idle = door.idleReader("r");
            door.write("r *16000\n".repeat(4) + "r *3000\nr later\nr 7\n");
            Waiting.until(() -> door.counters.fifos.repliesParked.sum() > 0);
            door.going.countDown();
            InputStream reading = FifoDoor.get(idle);

            assertThat(new String(reading.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("x".repeat(67_000) + "later7");
            assertThat(door.counters.fifos.repliesSent.sum()).isEqualTo(7);
            reading.close();
        }
    }

    @Test
    void whoAnswersWhenItsReaderWasGivenUpIsCountedOnce() throws Exception {
        try (var door = FifoDoor.open(IMPATIENT)) {
            var idle = door.idleReader("r");
            door.write("r *16000\n".repeat(4) + "r *3000\nr later\n");
            Waiting.until(() -> door.counters.fifos.repliesExpired.sum() > 0);
            door.going.countDown();
            FifoDoor.get(idle).close();
            FifosSettled settled = new FifosSettled(door.counters.fifos);
            Waiting.until(() -> settled.sum() == 6);

            FutureTask<String> next = FifoDoor.readerOf(door.directory.resolve("r"));
            door.write("r next\n");
            assertThat(FifoDoor.get(next)).isEqualTo("next");
            assertThat(settled.sum()).isEqualTo(7);
        }
    }

    /// How many requests have come to an end.
    private record FifosSettled(FifoCounters fifos) {
        long sum() {
            return fifos.repliesSent.sum()
                    + fifos.repliesExpired.sum()
                    + fifos.repliesDropped.sum()
                    + fifos.repliesReaderGone.sum()
                    + fifos.sendErrors.sum()
                    + fifos.noReader.sum()
                    + fifos.replyRefused.sum()
                    + fifos.unrunDropped.sum();
        }
    }

    @Test
    void whereThereIsNoRoomTheStalestReplyGoes() throws Exception {
        try (var door = FifoDoor.open(FifoLimits.DEFAULT.withReplies(8, 1_000_000, 1_500_000))) {
            var first = door.idleReader("first");
            door.write("first *900000\n");
            Waiting.until(() -> door.counters.fifos.repliesParked.sum() == 1);
            FutureTask<String> second = door.reader("second");
            door.write("second *900000\n");

            assertThat(FifoDoor.get(second)).hasSize(900_000);
            // the second one may have been read before it needed room
            assertThat(door.counters.fifos.repliesDropped.sum()).isLessThanOrEqualTo(1);
            var third = door.idleReader("third");
            door.write("third *900000\n");
            Waiting.until(() -> door.counters.fifos.repliesDropped.sum() == 1);
            FifoDoor.get(first).close();
            FifoDoor.get(third).close();
        }
    }

    @Test
    void oneReplyTooLargeToParkIsCutOff() throws Exception {
        try (var door = FifoDoor.open(FifoLimits.DEFAULT.withReplies(8, 100_000, 1_500_000))) {
            var idle = door.idleReader("idle");
            door.write("idle *900000\n");
            Waiting.until(() -> door.counters.fifos.repliesDropped.sum() == 1);

            FifoDoor.get(idle).close();
        }
    }

    @Test
    void soManyMayBeOpen() throws Exception {
        try (var door = FifoDoor.open(FifoLimits.DEFAULT.withReplies(2, 1_000_000, 10_000_000))) {
            List<FutureTask<InputStream>> idle = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                idle.add(door.idleReader("idle" + i));
                door.write("idle" + i + " *500000\n");
                FifoDoor.get(idle.getLast());
            }
            Waiting.until(() -> door.counters.fifos.repliesDropped.sum() == 1);

            assertThat(door.run).hasSize(3);
            for (FutureTask<InputStream> reader : idle) {
                FifoDoor.get(reader).close();
            }
        }
    }

    /// Not even what waits for no reader is lost when others are still being answered.
    @Test
    void whereTooManyAreOpenAllWait() throws Exception {
        try (var door = FifoDoor.open(FifoLimits.DEFAULT.withReplies(1, 1_000_000, 1_000_000))) {
            FutureTask<String> first = door.reader("first");
            FutureTask<String> second = door.reader("second");
            door.write("first later\n");
            Waiting.until(() -> door.run.size() == 1);
            door.write("second now\n");
            Waiting.until(() -> door.counters.fifos.waited.sum() == 1);
            door.going.countDown();

            assertThat(FifoDoor.get(first)).isEqualTo("later");
            assertThat(FifoDoor.get(second)).isEqualTo("now");
            assertThat(door.dropped).isEmpty();
            assertThat(door.counters.fifos.noReader.sum()).isZero();
        }
    }

    @Test
    void whereThereIsNoRoomForTooLongOneGoes() throws Exception {
        var limits = IMPATIENT.withReplies(1, 1_000_000, 1_000_000);
        try (var door = FifoDoor.open(limits)) {
            FutureTask<String> first = door.reader("first");
            FutureTask<String> second = door.reader("second");
            door.write("first later\n");
            Waiting.until(() -> door.run.size() == 1);
            door.write("second x\n");
            Waiting.until(() -> door.counters.fifos.unrunDropped.sum() == 1);
            door.going.countDown();

            assertThat(FifoDoor.get(first)).isEqualTo("later");
            assertThat(door.dropped).containsExactly("second x");
            assertThat(second).isNotDone();
        }
    }

    @Test
    void whereTooManyWaitTheOldestGoes() throws Exception {
        try (var door = FifoDoor.open(FifoLimits.DEFAULT.withWaiting(3, 1_000_000))) {
            Path fifo = door.makeFifo("r");
            door.write("r 0\nr 1\nr 2\nr 3\nr 4\n");
            Waiting.until(() -> door.counters.fifos.unrunDropped.sum() == 2);
            assertThat(door.dropped).containsExactly("r 0", "r 1");
            var answers = new StringBuilder();
            while (door.run.size() < 3) {
                answers.append(FifoDoor.get(FifoDoor.readerOf(fifo)));
            }

            assertThat(answers.toString()).isEqualTo("234");
        }
    }

    /// A second client made a FIFO of the same name while the first still read its answer.
    @Test
    void anAnswerGoesToNoFifoThatLostItsName() throws Exception {
        try (var door = FifoDoor.open()) {
            FutureTask<InputStream> first = door.idleReader("r");
            door.write("r *83000\n");
            InputStream reading = FifoDoor.get(first);
            Waiting.until(() -> door.counters.fifos.repliesParked.sum() == 1);
            Files.delete(door.directory.resolve("r"));
            FutureTask<String> second = door.reader("r");
            door.write("r second\n");

            assertThat(new String(reading.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("x".repeat(83_000));
            assertThat(FifoDoor.get(second)).isEqualTo("second");
            reading.close();
        }
    }

    @Test
    void nobodyComes() throws Exception {
        try (var door = FifoDoor.open(IMPATIENT)) {
            door.makeFifo("r");
            door.write("r 0\n");
            Waiting.until(() -> door.counters.fifos.noReader.sum() == 1);

            assertThat(door.run).isEmpty();
            assertThat(door.dropped).containsExactly("r 0");
        }
    }
}
