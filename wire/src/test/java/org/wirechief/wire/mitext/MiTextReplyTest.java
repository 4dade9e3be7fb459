package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Row;
import org.wirechief.wire.ReplyBuffer;

class MiTextReplyTest {
    private static String written(MiTextOptions options, Consumer<Reply> body) {
        ReplyBuffer out = new ReplyBuffer();
        MiTextReply reply = new MiTextReply(out, options);
        body.accept(reply);
        reply.finish();
        return Texts.text(out);
    }

    private static String written(Consumer<Reply> body) {
        return written(MiTextOptions.DEFAULTS, body);
    }

    @Test
    void nothingIsAStatusLineAndAnEmptyOne() {
        assertThat(written(Reply::ok)).isEqualTo("200 OK\n\n");
        assertThat(written(MiTextOptions.DEFAULTS.withProfile(MiTextProfile.V2_4_0), Reply::ok))
                .isEqualTo("200 OK\n");
    }

    @Test
    void scalarsAreALineEach() {
        assertThat(written(reply -> {
                    reply.line("a b");
                    reply.add(-3);
                    reply.add(1.5);
                    reply.add(1e12);
                    reply.add(true);
                    reply.nil();
                    reply.blob(Texts.octets("\u00ff"));
                }))
                .isEqualTo("200 OK\na b\n-3\n1.5\n1000000000000\n1\n\u00ff\n\n");
    }

    @Test
    void aStructIsAMemberALine() {
        assertThat(written(reply -> reply.struct(all -> {
                    all.put("n", 1);
                    all.nil(Octets.of("none"));
                    all.struct("in", inside -> inside.put("x", "y"));
                    all.array("list", list -> {
                        list.add(1);
                        list.struct(one -> one.put("k", "v"));
                        list.array(more -> more.add("deep"));
                    });
                    all.array("empty", list -> {});
                })))
                .isEqualTo("200 OK\nn:: 1\nnone:: \nin:: \n\tx:: y\nlist:: 1\nlist:: \n\tk:: v\nlist:: \n\tdeep\n\n");
    }

    @Test
    void theEmptyNameIsNone() {
        assertThat(written(reply -> reply.struct(all -> {
                    all.put("a", "two");
                    all.put("", "lines");
                    all.nil(Octets.of(""));
                    all.struct("", inside -> inside.put("b", 1));
                })))
                .isEqualTo("200 OK\na:: two\nlines\nb:: 1\n\n");
    }

    @Test
    void anArrayWithoutANameIsWhatIsInIt() {
        assertThat(written(reply -> reply.array(list -> {
                    list.add("a");
                    list.struct(one -> one.put("k", "v"));
                })))
                .isEqualTo("200 OK\na\nk:: v\n\n");
    }

    @Test
    void aRowHasItsValueBeforeItsAttributesAndBothBeforeWhatIsInIt() {
        assertThat(written(reply -> reply.rows("Lists", "List", rows -> {
                    rows.row(row -> {
                        row.attr("a", 1);
                        row.rows("Rules", "Rule", in -> in.row(rule -> rule.attr("flags", 0)));
                        row.attr("b", "two words");
                        row.value("name", "v");
                    });
                    rows.row(row -> row.attr("c", ""));
                })))
                .isEqualTo("200 OK\nList:: v a=1 b=two words\n\tRule::  flags=0\nList::  c=\n\n");
    }

    @Test
    void aRowMayHaveLinesBelowIt() {
        assertThat(written(reply -> reply.rows(
                        "Rules",
                        "Rule",
                        rows -> rows.row(row -> {
                            row.attr("flags", 0);
                            row.node("IP", "10.0.0.0");
                            row.node("Port", 5060);
                        }))))
                .isEqualTo("200 OK\nRule::  flags=0\n\tIP:: 10.0.0.0\n\tPort:: 5060\n\n");
    }

    @Test
    void aRefusalSaysNoMore() {
        assertThat(written(reply -> reply.fault(Fault.refusal("command kill needs admin access"))))
                .isEqualTo("403 Forbidden\n\n");
        assertThat(written(reply -> reply.fault(Fault.badParameter(404, "Empty attribute name"))))
                .isEqualTo("404 Empty attribute name\n\n");
    }

    @Test
    void theFormsOfTextAndOfOldTextAreChosen() {
        Consumer<Reply> figure = reply -> reply.inOldText(
                old -> old.line("core:rcv_requests = 0"), now -> now.struct(s -> s.put("core:rcv_requests", 0)));
        MiTextOptions old = MiTextOptions.DEFAULTS.withProfile(MiTextProfile.V1_8);

        assertThat(written(figure)).isEqualTo("200 OK\ncore:rcv_requests:: 0\n\n");
        assertThat(written(old, figure)).isEqualTo("200 OK\ncore:rcv_requests = 0\n");
        assertThat(written(reply -> reply.inText(text -> text.line("text"), other -> other.line("other"))))
                .isEqualTo("200 OK\ntext\n\n");
    }

    @Test
    void rowsMayHaveNoName() {
        assertThat(written(reply -> reply.rows(
                        "Lines",
                        "",
                        rows -> rows.row(row -> {
                            row.value("line", "text");
                            row.attr("", "glued");
                        }))))
                .isEqualTo("200 OK\ntextglued\n\n");
    }

    @Test
    void behindAZeroByteThereAreOnlyZeroBytes() {
        assertThat(written(reply -> reply.line("a\0b\0c"))).isEqualTo("200 OK\na\0\0\0\0\n\n");
    }

    @Test
    void aFaultTakesBackWhatWasWrittenAndTheFirstOneStands() {
        assertThat(written(reply -> {
                    reply.line("gone");
                    reply.fault(404, "Not here");
                    reply.fault(500, "later");
                    reply.line("ignored");
                    assertThat(reply.isFault()).isTrue();
                }))
                .isEqualTo("404 Not here\n\n");
    }

    @Test
    void aReplyMayLeaveNoByteButOne() {
        int longest = 65443;
        assertThat(written(big(longest))).hasSize(65456).endsWith("xx\n\n");
        assertThat(written(big(longest + 1))).isEqualTo("500 Reply too large\n\n");
        MiTextOptions old = MiTextOptions.DEFAULTS.withProfile(MiTextProfile.V1_8);
        assertThat(written(old, big(longest + 1))).hasSize(65456).endsWith("xx\n");
        assertThat(written(old, big(longest + 2))).isEqualTo("500 Reply too large\n");
    }

    private static Consumer<Reply> big(int length) {
        return reply -> reply.rows("Bs", "B", rows -> rows.row(row -> row.value("B", "x".repeat(length))));
    }

    /// The limit that 2.4.11 was measured to have, `limit/2.4.11`.
    @Test
    void manyLinesHaveTheSameRoom() {
        assertThat(written(lines(2974))).hasSize(65436);
        assertThat(written(lines(2975))).isEqualTo("500 Reply too large\n\n");
    }

    private static Consumer<Reply> lines(int count) {
        return reply -> {
            for (int i = 0; i < count; i++) {
                reply.struct(all -> all.put("core:rcv_requests", 0));
            }
        };
    }

    @Test
    void whatIsTooLargeIsAFaultAtOnceAndCounted() {
        ReplyBuffer out = new ReplyBuffer();
        MiTextReply reply = new MiTextReply(out, MiTextOptions.DEFAULTS.withDatagram(64));
        reply.line("x".repeat(80));
        assertThat(reply.isFault()).isTrue();
        reply.line("y");
        reply.rows(
                "Rs",
                "R",
                rows -> rows.row(row -> {
                    row.value("v", "v");
                    row.attr("a", 1);
                }));
        reply.fault(404, "too late");
        reply.finish();
        assertThat(reply.isTooLarge()).isTrue();
        assertThat(Texts.text(out)).isEqualTo("500 Reply too large\n\n");
    }

    @Test
    void aReasonWithoutRoomIsTooLargeToo() {
        assertThat(written(reply -> reply.fault(400, "x".repeat(70_000)))).isEqualTo("500 Reply too large\n\n");
    }

    @Test
    void aReplyMayFollowAnother() {
        ReplyBuffer out = new ReplyBuffer();
        MiTextReply one = new MiTextReply(out, MiTextOptions.DEFAULTS);
        one.line("gone");
        one.fault(404, "x");
        one.finish();
        MiTextReply other = new MiTextReply(out, MiTextOptions.DEFAULTS);
        other.line("y");
        other.finish();
        assertThat(Texts.text(out)).isEqualTo("404 x\n\n200 OK\ny\n\n");
    }

    @Test
    void aCommandThatBrokeIsToldByTheTransport() {
        assertThat(written(reply -> {
                    reply.line("gone");
                    reply.internalError();
                    reply.fault(404, "later");
                }))
                .isEqualTo("500 command failed\n");
    }

    @Test
    void whatToDoAfterwardsIsKeptInOrder() {
        List<String> done = new ArrayList<>();
        MiTextReply reply = new MiTextReply(new ReplyBuffer(), MiTextOptions.DEFAULTS);
        reply.afterSend(() -> done.add("one"));
        reply.afterSend(() -> done.add("two"));
        reply.afterSend().forEach(Runnable::run);
        assertThat(done).containsExactly("one", "two");
    }

    /// As `reply.fault(500, e.getMessage())` has it of an exception without one.
    @Test
    @SuppressWarnings("NullAway") // what programs do that no tool checks
    void aFaultWithoutAReasonIsAnEmptyOne() {
        assertThat(written(reply -> reply.fault(404, null))).isEqualTo("404 \n\n");
    }

    /// A command may leave a thread behind that goes on answering: the next answer is another's.
    @Test
    void whatIsAddedAfterTheEndIsIgnored() {
        ReplyBuffer out = new ReplyBuffer();
        MiTextReply reply = new MiTextReply(out, MiTextOptions.DEFAULTS);
        List<Row> inside = new ArrayList<>();
        reply.rows(
                "Processes",
                "Process",
                rows -> rows.row(row -> {
                    row.attr("ID", 0);
                    inside.add(row);
                }));
        reply.finish();

        reply.add(1);
        reply.struct(members -> members.put("late", 2));
        inside.getFirst().attr("late", 3);
        reply.fault(500, "late");
        reply.internalError();

        assertThat(Texts.text(out)).isEqualTo("200 OK\nProcess::  ID=0\n\n");
        assertThat(reply.isFault()).isFalse();
        assertThat(reply.isBare()).isFalse();
    }
}
