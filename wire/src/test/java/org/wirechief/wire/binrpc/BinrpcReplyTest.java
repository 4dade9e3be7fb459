package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.wire.binrpc.Bytes.ascii;
import static org.wirechief.wire.binrpc.Bytes.digits;
import static org.wirechief.wire.binrpc.Bytes.hex;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Prepared;
import org.wirechief.wire.ReplyBuffer;

class BinrpcReplyTest {
    private final ReplyBuffer out = new ReplyBuffer();

    @Test
    void anEmptyAnswerIsASuccess() {
        BinrpcReply reply = reply(0x0BADCAFE);
        reply.ok();
        reply.finish();

        assertThat(hex(out)).isEqualTo("a113000badcafe");
    }

    @ParameterizedTest
    @CsvSource({
        "0, a1 10 01 00",
        "5, a1 10 01 05",
        "255, a1 10 01 ff",
        "256, a1 11 01 01 00",
        "16777215, a1 12 01 ff ff ff",
        "16777216, a1 13 01 01 00 00 00",
        "-1, a1 13 01 ff ff ff ff",
    })
    void theCookieComesBackInItsShortestForm(int cookie, String header) {
        BinrpcReply reply = reply(cookie);
        reply.add(0);
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits(header) + "00");
    }

    @Test
    void aLongBodyHasALongerLength() {
        BinrpcReply reply = reply(7);
        reply.add("x".repeat(0x130));
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits("a1 14 01 34 07 a1 01 31") + "78".repeat(0x130) + "00");
    }

    @Test
    void answersStandBackToBack() {
        for (int cookie = 1; cookie <= 2; cookie++) {
            BinrpcReply reply = reply(cookie);
            reply.add("x".repeat(256 * cookie));
            reply.finish();
        }

        assertThat(hex(out))
                .isEqualTo(digits("a1 14 01 04 01 a1 01 01") + "78".repeat(256) + "00"
                        + digits("a1 14 02 04 02 a1 02 01") + "78".repeat(512) + "00");
    }

    @Test
    void oneObjectWritesOneAnswerAfterTheOther() {
        BinrpcReply reply = new BinrpcReply(out, 1, BinrpcRules.DEFAULTS.withMaxBody(3));
        reply.afterSend(() -> {});
        reply.add("too long");
        reply.finish();
        boolean first = reply.isFault();
        out.clear();
        reply.begin(out, 0x100, BinrpcRules.DEFAULTS.withMaxBody(4));
        reply.add(0);
        reply.add("a");
        reply.finish();

        assertThat(first).isTrue();
        assertThat(reply.isFault()).isFalse();
        assertThat(reply.afterSend()).isEmpty();
        assertThat(reply.widenedIntegers()).isZero();
        assertThat(hex(out)).isEqualTo(digits("a1 11 04 01 00 00 21 61 00"));
    }

    @Test
    void whatIsPreparedIsWrittenOnceAndSentAsOftenAsItIsAskedFor() {
        var written = new AtomicInteger();
        var prepared = new Prepared(reply -> {
            written.incrementAndGet();
            reply.add("a");
            reply.struct(s -> s.put("n", 5));
        });
        BinrpcRules rules = BinrpcRules.DEFAULTS.withMaxBody(14);
        BinrpcReply reply = new BinrpcReply(out, 1, rules);
        for (int cookie = 1; cookie <= 2; cookie++) {
            out.clear();
            reply.begin(out, cookie, rules);
            reply.add(0);
            reply.prepared(prepared);
            reply.prepared(prepared);
            reply.add("b");
            reply.finish();

            assertThat(hex(out))
                    .isEqualTo(digits(
                            "a1 10 18 0" + cookie + " 00" + " 21 61 00 03 25 6e 00 10 05 83".repeat(2) + " 21 62 00"));
        }

        assertThat(written).hasValue(1);
    }

    @Test
    void whatIsPreparedFitsOrFailsAsAnythingDoes() {
        var prepared = new Prepared(reply -> reply.add("abc"));
        BinrpcReply wide = reply(1);
        wide.prepared(prepared);
        wide.finish();
        out.clear();
        BinrpcReply narrow = new BinrpcReply(out, 1, BinrpcRules.DEFAULTS.withMaxBody(9));
        narrow.prepared(prepared);
        narrow.prepared(prepared);
        narrow.finish();

        assertThat(narrow.isFault()).isTrue();
        assertThat(hex(out)).contains(ascii("Internal server error processing 's'"));
    }

    @Test
    void preparedIntegersBeyond32BitsAreCountedEachTime() {
        var prepared = new Prepared(reply -> reply.add(1L << 32));
        BinrpcReply reply = reply(1);
        reply.prepared(prepared);
        reply.prepared(prepared);

        assertThat(reply.widenedIntegers()).isEqualTo(2);
    }

    @Test
    void integersBeyond32BitsAreCounted() {
        BinrpcReply reply = reply(1);
        reply.add(1L << 31);
        reply.struct(s -> s.put("n", -1L << 40));
        reply.add(-1L << 31);

        assertThat(reply.widenedIntegers()).isEqualTo(2);
    }

    @Test
    void aFaultTakesBackWhatWasAdded() {
        out.append(0xEE);
        BinrpcReply reply = reply(6);
        reply.add("x".repeat(1000));
        reply.fault(500, "no");
        reply.add(1);
        reply.fault(400, "late");
        reply.fault(new Fault(400, "later"));
        reply.finish();

        assertThat(hex(out)).isEqualTo("ee" + digits("a1 30 07 06 20 01 f4 31") + ascii("no") + "00");
        assertThat(reply.isFault()).isTrue();
    }

    @Test
    void aFaultAboutAnArgumentIsTheAnswerWhenThereIsNone() {
        BinrpcReply reply = reply(6);
        reply.fault(Fault.aboutArgument(400, "no"));
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits("a1 30 07 06 20 01 90 31") + ascii("no") + "00");
    }

    @Test
    void anAnswerThatWasBegunStandsAgainstAFaultAboutAnArgument() {
        BinrpcReply reply = reply(6);
        reply.add(1);
        assertThatThrownBy(() -> reply.struct(s -> s.struct("a", inner -> {
                    inner.put("b", 2);
                    throw Fault.aboutArgument(400, "no");
                })))
                .isInstanceOf(Fault.class);
        reply.fault(Fault.aboutArgument(400, "no"));
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits("a1 10 0e 06 10 01 03 25 61 00 03 25 62 00 10 02 83 83"));
        assertThat(reply.isFault()).isFalse();
    }

    @Test
    void aFaultInsideAStructTakesBackAll() {
        BinrpcReply reply = reply(6);
        reply.struct(s -> {
            s.put("a", 1);
            reply.fault(500, "no");
            s.put("b", 2);
            s.struct("c", inner -> inner.put("d", 3));
        });
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits("a1 30 07 06 20 01 f4 31") + ascii("no") + "00");
    }

    @Test
    void rowsAreAStructEach() {
        BinrpcReply reply = reply(1);
        reply.rows("Processes", "Process", rows -> {
            rows.row(row -> {
                row.value("V", "x");
                row.attr("ID", 7);
                row.attr("T", "y");
            });
            rows.row(row -> row.rows("L", "l", inner -> {
                inner.row(r -> r.attr("A", 1));
                inner.row(r -> r.attr("A", 2));
            }));
        });
        reply.finish();

        assertThat(hex(out))
                .isEqualTo(digits("a1 10 29 01"
                        + "03 25 56 00 21 78 00 35 49 44 00 10 07 25 54 00 21 79 00 83"
                        + "03 25 4c 00 03 03 25 41 00 10 01 83 03 25 41 00 10 02 83 83 83"));
    }

    @Test
    void aLineIsText() {
        BinrpcReply reply = reply(1);
        reply.line("a");
        reply.line("b");
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits("a1 10 06 01 21 61 00 21 62 00"));
    }

    @Test
    void actionsAreForAfterwardsInTheirOrder() {
        BinrpcReply reply = reply(1);
        StringBuilder done = new StringBuilder();
        reply.afterSend(() -> done.append('a'));
        reply.afterSend(() -> done.append('b'));
        reply.finish();
        assertThat(done).isEmpty();

        reply.afterSend().forEach(Runnable::run);

        assertThat(done).hasToString("ab");
        assertThat(reply(2).afterSend()).isEmpty();
    }

    @Test
    void nestingHasABound() {
        BinrpcReply reply = reply(1);
        reply.struct(s -> nest(s, 63));
        assertThat(reply.isFault()).isFalse();

        BinrpcReply tooDeep = reply(1);
        tooDeep.struct(s -> nest(s, 64));

        assertThat(tooDeep.isFault()).isTrue();
    }

    private static void nest(Members members, int levels) {
        if (levels > 0) {
            members.struct("s", inner -> nest(inner, levels - 1));
        }
    }

    @Test
    void rulesNeedLimits() {
        for (int limit : List.of(0, -1)) {
            assertThatThrownBy(() -> BinrpcRules.DEFAULTS.withMaxBody(limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("maxBody " + limit);
        }
    }

    private BinrpcReply reply(int cookie) {
        return new BinrpcReply(out, cookie, BinrpcRules.DEFAULTS);
    }

    /// As `reply.fault(500, e.getMessage())` has it of an exception without one.
    @Test
    @SuppressWarnings("NullAway") // what programs do that no tool checks
    void aFaultWithoutAReasonIsAnEmptyOne() {
        BinrpcReply reply = reply(7);
        reply.add(1);
        reply.fault(404, null);
        reply.finish();

        assertThat(hex(out)).isEqualTo(digits("a1 30 05 07 20 01 94 11 00"));
    }

    /// A command may leave a thread behind that goes on answering: the next answer is another's.
    @Test
    void whatIsAddedAfterTheEndIsIgnored() {
        BinrpcReply reply = reply(7);
        List<Members> inside = new ArrayList<>();
        reply.struct(members -> {
            members.put("a", 1);
            inside.add(members);
        });
        reply.finish();
        String answer = hex(out);

        Prepared late = new Prepared(all -> all.add("late"));
        reply.add(1);
        reply.struct(members -> members.put("late", 2));
        reply.prepared(late);
        inside.getFirst().put("late", "x");
        reply.fault(500, "late");
        reply.internalError();

        assertThat(hex(out)).isEqualTo(answer);
        assertThat(reply.isFault()).isFalse();
        assertThat(late.kept()).isNull();
    }
}
