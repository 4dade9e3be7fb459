package org.wirechief.wire.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Command;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// What becomes of the shapes commands answer in.
class JsonRpcReplyTest {
    private static String answer(Command body) {
        FakeCarrier carrier = new FakeCarrier(
                JsonRpcRules.compact(10_000),
                new Commands(List.of(CommandSpec.named("x").run(body))));
        return carrier.ask("{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"id\":1}");
    }

    private static String result(Command body) {
        String answer = answer(body);
        assertThat(answer).startsWith("{\"jsonrpc\":\"2.0\",\"result\":").endsWith(",\"id\":1}");
        return answer.substring("{\"jsonrpc\":\"2.0\",\"result\":".length(), answer.length() - ",\"id\":1}".length());
    }

    @Test
    void writesValues() {
        assertThat(result((call, reply) -> {})).isEqualTo("null");
        assertThat(result((call, reply) -> reply.ok())).isEqualTo("\"OK\"");
        assertThat(result((call, reply) -> reply.add(1L << 60))).isEqualTo("1152921504606846976");
        assertThat(result((call, reply) -> reply.add(0.5))).isEqualTo("0.500000");
        assertThat(result((call, reply) -> reply.nil())).isEqualTo("null");
        assertThat(result((call, reply) -> reply.blob(Octets.of("b")))).isEqualTo("\"b\"");
        assertThat(result((call, reply) -> {
                    reply.add(true);
                    reply.add("two");
                    reply.add(Value.of(3));
                }))
                .isEqualTo("[true,\"two\",3]");
    }

    @Test
    void putsSeveralStructsIntoAnArray() {
        assertThat(result((call, reply) -> {
                    reply.struct(members -> members.put("a", 1));
                    reply.array(elements -> elements.add(2));
                    reply.struct(_ -> {});
                }))
                .isEqualTo("[{\"a\":1},[2],{}]");
    }

    @Test
    void putsLinesIntoAnArrayAlsoOne() {
        assertThat(result((call, reply) -> reply.line("a"))).isEqualTo("[\"a\"]");
        assertThat(result((call, reply) -> {
                    reply.line("a");
                    reply.line("b");
                }))
                .isEqualTo("[\"a\",\"b\"]");
        assertThat(result((call, reply) -> reply.lines(List.of()))).isEqualTo("[]");
        assertThat(result((call, reply) -> reply.lines(List.of("a")))).isEqualTo("[\"a\"]");
    }

    @Test
    void writesRowsAsStructs() {
        assertThat(result((call, reply) -> reply.rows(
                        "Processes",
                        "Process",
                        rows -> rows.row(row -> {
                            row.value("Name", "x");
                            row.attr("ID", 0);
                            row.node("Log", "y");
                            row.rows("Sub", "One", inner -> inner.row(one -> one.attr("n", 1)));
                        }))))
                .isEqualTo("{\"Processes\":[{\"Name\":\"x\",\"ID\":0,\"Log\":\"y\",\"Sub\":[{\"n\":1}]}]}");
        assertThat(result((call, reply) -> reply.rows("Events", "Event", rows -> {})))
                .isEqualTo("{\"Events\":[]}");
    }

    @Test
    void takesBackWhatWasWrittenBeforeAFault() {
        assertThat(answer((call, reply) -> reply.struct(members -> {
                    members.put("a", 1);
                    members.array("b", elements -> {
                        elements.add(1);
                        throw new Fault(400, "Bad \"thing\"");
                    });
                })))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":400,\"message\":\"Bad \\\"thing\\\"\"},\"id\":1}");
    }

    @Test
    void letsTheFirstFaultStand() {
        assertThat(answer((call, reply) -> reply.struct(members -> {
                    reply.fault(400, "first");
                    members.put("a", 1);
                    reply.add("ignored");
                    reply.fault(500, "second");
                    throw new IllegalStateException("third");
                })))
                .contains("\"message\":\"first\"");
    }

    @Test
    void namesParametersThatTheCommandDoesNotTake() {
        assertThat(answer((call, reply) -> {
                    throw Fault.badParameter(404, "Bad PID");
                }))
                .contains("{\"code\":-32602,\"message\":\"Invalid params\",\"data\":\"Bad PID\"}");
    }

    @Test
    void goesOnBehindAStructThatWasGivenUp() {
        assertThat(result((call, reply) -> {
                    try {
                        reply.struct(members -> {
                            members.put("a", 1);
                            throw new Fault(400, "given up");
                        });
                    } catch (Fault e) {
                        reply.add("then");
                    }
                }))
                .isEqualTo("[{\"a\":1},\"then\"]");
    }

    @Test
    void breaksDownWhenPartsAreWrittenInsideEachOther() {
        assertThat(answer((call, reply) -> reply.struct(members -> reply.add(1))))
                .isEqualTo("500 Internal error");
    }

    @Test
    void faultsWhenAnAnswerIsTooDeep() {
        assertThat(answer((call, reply) -> reply.add(nested(513)))).contains("\"code\":500", "512 levels");
        assertThat(result((call, reply) -> reply.add(nested(512)))).startsWith("[[[");
    }

    private static Value nested(int depth) {
        Value value = new Value.Arr(List.of());
        for (int i = 1; i < depth; i++) {
            value = new Value.Arr(List.of(value));
        }
        return value;
    }

    @Test
    void stopsWritingWhereTheAnswerIsTooLong() {
        assertThat(answer((call, reply) -> {
                    for (int i = 0; i < 5_000_000; i++) {
                        reply.add("endless");
                    }
                }))
                .isEqualTo("500 Internal error");
    }

    /// A command may leave a thread behind that goes on answering: the next answer is another's.
    @Test
    void whatIsAddedAfterTheEndIsIgnored() {
        ReplyBuffer out = new ReplyBuffer();
        JsonRpcReply reply = new JsonRpcReply(out, 10_000);
        List<Members> inside = new ArrayList<>();
        reply.struct(members -> {
            members.put("a", 1);
            inside.add(members);
        });
        var _ = reply.finish(null);

        reply.add(1);
        reply.struct(members -> members.put("late", 2));
        inside.getFirst().put("late", "x");
        reply.fault(500, "late");
        reply.internalError();

        assertThat(new String(out.bytes(), 0, out.size(), StandardCharsets.UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{\"a\":1},\"id\":null}");
        assertThat(reply.isFault()).isFalse();
    }
}
