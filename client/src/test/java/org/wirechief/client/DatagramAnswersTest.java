package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;

/// Which datagram belongs to which answer, without any sockets.
final class DatagramAnswersTest {
    private final CookieCalls calls = new CookieCalls();
    private final Cookies cookies = new Cookies(0x01000000);

    private int lastCookie;

    private Exchange call() {
        Exchange call = new Exchange("node", "x", Arguments.NONE, Duration.ofSeconds(5), false);
        lastCookie = cookies.next();
        BinrpcExchange exchange = BinrpcExchange.of(call, lastCookie);
        call.whenOver(() -> calls.remove(exchange));
        assertThat(call.leaves()).isTrue();
        assertThat(calls.add(exchange)).isTrue();
        return call;
    }

    private DatagramAnswers answers(boolean inOrder) {
        return new DatagramAnswers(calls, 1 << 20, inOrder);
    }

    private static void give(DatagramAnswers answers, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        answers.take(bytes, bytes.length);
    }

    private static List<Value> valuesOf(Exchange call) throws Exception {
        return BinrpcExchange.read(call.await());
    }

    /// It ended when it had its turn to be sent, but was not known by its cookie yet.
    @Test
    void aCallThatIsOverIsNotAwaited() {
        Exchange call = new Exchange("node", "x", Arguments.NONE, Duration.ofSeconds(5), false);
        BinrpcExchange exchange = BinrpcExchange.of(call, cookies.next());
        call.whenOver(() -> calls.remove(exchange));
        call.late();
        assertThat(calls.add(exchange)).isTrue();
        assertThat(calls.all()).isEmpty();
    }

    @Test
    void anAnswerInSeveralDatagramsIsPutTogetherWhileOthersCome() throws Exception {
        Exchange first = call();
        Exchange second = call();
        DatagramAnswers answers = answers(true);
        give(answers, "a11302 01000001 1007");
        give(answers, "a11309 01000000 1005");
        give(answers, "41616263 00");
        give(answers, "1006");
        assertThat(valuesOf(first)).containsExactly(Value.of(5), Value.of("abc"), Value.of(6));
        assertThat(valuesOf(second)).containsExactly(Value.of(7));
        assertThat(answers.strays()).isZero();
    }

    @Test
    void theNextAnswerMeansThatTheRestOfThisOneWasLost() throws Exception {
        Exchange first = call();
        Exchange second = call();
        DatagramAnswers answers = answers(true);
        give(answers, "a11309 01000000 1005");
        give(answers, "a11304 01000001 1006");
        give(answers, "1007");
        assertThatThrownBy(first::await)
                .isInstanceOfSatisfying(
                        BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.INCOMPLETE))
                .hasMessage(
                        "node: x: of 16 bytes announced 9 came, and then the next answer: a datagram of the answer was lost");
        assertThat(valuesOf(second)).containsExactly(Value.of(6), Value.of(7));
    }

    @Test
    void whereTheOrderMayChangeTwoUnfinishedAnswersAreRefusedAndAWholeOneIsNot() throws Exception {
        Exchange first = call();
        Exchange second = call();
        Exchange third = call();
        DatagramAnswers answers = answers(false);
        give(answers, "a11309 01000000 1005");
        give(answers, "a11302 01000002 1001");
        give(answers, "a11309 01000001 1006");
        give(answers, "41616263 00");
        for (Exchange call : List.of(first, second)) {
            assertThatThrownBy(call::await)
                    .isInstanceOfSatisfying(
                            BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.INCOMPLETE))
                    .hasMessageContaining("of 16 bytes announced 9 came")
                    .hasMessageContaining("over tcp");
        }
        assertThat(valuesOf(third)).containsExactly(Value.of(1));
        assertThat(answers.strays()).isOne();
    }

    /// Its call ended at its deadline; what the node sends now is no part of it.
    @Test
    void anAnswerWhoseTailWasLostIsForgotten() throws Exception {
        Exchange first = call();
        DatagramAnswers answers = answers(false);
        give(answers, "a11309 01000000 1005");
        first.late();
        Exchange second = call();
        Thread.sleep(2500);
        give(answers, "a11309 01000001 1005");
        give(answers, "41616263 00");
        give(answers, "1006");
        assertThat(valuesOf(second)).containsExactly(Value.of(5), Value.of("abc"), Value.of(6));
    }

    @Test
    void theDatagramsOfAnAnswerThatComesTooLateAreAllDropped() throws Exception {
        Exchange late = call();
        late.late();
        Exchange next = call();
        DatagramAnswers answers = answers(true);
        give(answers, "a11309 01000000 1005");
        give(answers, "41616263 00");
        give(answers, "1006");
        give(answers, "a11302 01000001 1007");
        assertThat(valuesOf(next)).containsExactly(Value.of(7));
        assertThat(answers.strays()).isZero();
    }

    @Test
    void aMissingTailIsReportedWithTheBytesAnnouncedAndReceived() {
        Exchange call = new Exchange("node", "x", Arguments.NONE, Duration.ofMillis(30), false);
        BinrpcExchange exchange = BinrpcExchange.of(call, cookies.next());
        assertThat(call.leaves()).isTrue();
        assertThat(calls.add(exchange)).isTrue();
        give(answers(true), "a11309 01000000 1005");
        assertThatThrownBy(call::await)
                .isInstanceOf(BrokenReply.class)
                .hasMessage("node: x: of 16 bytes announced 9 came within 30 ms: a datagram of the answer was lost");
    }

    @Test
    void strangersRequestsAndGarbageArePassedOver() throws Exception {
        Exchange call = call();
        DatagramAnswers answers = answers(true);
        give(answers, "a11302 00000005 1007");
        give(answers, "a10302 01000000 1007");
        give(answers, "485454502f312e31");
        give(answers, "");
        give(answers, "a1");
        assertThat(answers.strays()).isEqualTo(5);
        give(answers, "a11302 01000000 1007 ffff");
        assertThat(valuesOf(call)).containsExactly(Value.of(7));
    }

    @Test
    void anAnswerBeyondTheBoundIsRefusedAndItsDatagramsDropped() throws Exception {
        Exchange call = call();
        Exchange next = call();
        DatagramAnswers answers = new DatagramAnswers(calls, 15, true);
        give(answers, "a11309 01000000 1005");
        give(answers, "41616263 001006");
        give(answers, "a11302 01000001 1007");
        assertThatThrownBy(call::await)
                .isInstanceOfSatisfying(
                        BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.TOO_LONG));
        assertThat(valuesOf(next)).containsExactly(Value.of(7));
        assertThat(answers.strays()).isZero();
    }

    /// Answers in any order, the datagrams of each in their own, and some broken off: a node that
    /// cannot send one does not send the rest.
    @Test
    void nobodyGetsTheAnswerOfSomebodyElse(TestReporter report) throws Exception {
        SplittableRandom random = Seed.of("client.seed", report::publishEntry).random();
        int complete = 0;
        for (int round = 0; round < 2000; round++) {
            List<Exchange> exchanges = new ArrayList<>();
            List<List<String>> datagrams = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                exchanges.add(call());
                String body = "10%02x".formatted(i).repeat(15);
                datagrams.add(split("a1131e%08x".formatted(lastCookie) + body, random));
            }
            DatagramAnswers answers = answers(random.nextBoolean());
            for (int i : shuffled(10, random)) {
                for (String datagram : datagrams.get(i)) {
                    if (random.nextInt(20) == 0) {
                        break;
                    }
                    give(answers, datagram);
                }
            }
            for (int i = 0; i < 10; i++) {
                complete += check(exchanges.get(i), i);
            }
        }
        report.publishEntry("complete", complete + " of 20000");
        assertThat(complete).isBetween(5_000, 19_999);
    }

    private static List<Integer> shuffled(int count, SplittableRandom random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    private static List<String> split(String packet, SplittableRandom random) {
        List<String> datagrams = new ArrayList<>();
        int at = 0;
        int to = 2 * random.nextInt(12, packet.length() / 2 + 1);
        while (at < packet.length()) {
            datagrams.add(packet.substring(at, to));
            at = to;
            to = Math.min(packet.length(), at + 2 * random.nextInt(1, 10));
        }
        return datagrams;
    }

    private static int check(Exchange call, int expected) throws Exception {
        call.late();
        try {
            assertThat(valuesOf(call)).hasSize(15).containsOnly(Value.of(expected));
            return 1;
        } catch (IOException e) {
            assertThat(e).isInstanceOfAny(CallTimedOut.class, BrokenReply.class);
            return 0;
        }
    }

    @Test
    void randomDatagramsCompleteNothing(TestReporter report) {
        SplittableRandom random = Seed.of("client.seed", report::publishEntry).random();
        Exchange call = call();
        DatagramAnswers answers = answers(true);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = (byte) 0xA1;
                bytes[1] &= 0x3F;
            }
            answers.take(bytes, bytes.length);
        }
        assertThat(call.isOver()).isFalse();
        assertThat(answers.strays()).isEqualTo(200_000);
    }
}
