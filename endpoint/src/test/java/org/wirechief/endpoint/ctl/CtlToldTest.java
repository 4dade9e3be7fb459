package org.wirechief.endpoint.ctl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ParamType;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Tap;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.TraceList;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcCall;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.ctlfifo.CtlFifoRules;

class CtlToldTest {
    private static final Origin SOMEBODY = new Origin("ctl", "tcp", "127.0.0.1:5", Access.ADMIN);

    private final CtlCounters counters = new CtlCounters();
    private final List<String> told = new ArrayList<>();
    private final List<Exception> untold = new ArrayList<>();
    private boolean broken;

    private final Tap tap = new Tap() {
        @Override
        public int replyRoom() {
            return 128;
        }

        @Override
        public Exchange exchange(Ends ends, String backend) {
            if (broken) {
                throw new IllegalStateException("this tap is broken");
            }
            return new Exchange() {
                @Override
                public void request(Octets command, List<@Nullable Octets> parameters) {
                    told.add(command + " " + parameters);
                }

                @Override
                public void reply(@Nullable Status status, byte[] bytes, int from, int to) {
                    told.add(status == null ? "" : status.code() + " " + status.reason());
                }
            };
        }

        @Override
        public void untold(Exception why) {
            untold.add(why);
        }
    };

    private final Dispatch dispatch = new Dispatch(
            new Commands(List.of(
                    CommandSpec.named("say")
                            .vocabulary(Vocabulary.RPC)
                            .param("text", ParamType.TEXT)
                            .run((call, reply) -> reply.line(call.args().text())),
                    CommandSpec.named("three")
                            .vocabulary(Vocabulary.RPC)
                            .param("a", ParamType.TEXT)
                            .param("b", ParamType.TEXT)
                            .param("c", ParamType.TEXT)
                            .run((call, reply) -> {
                                call.args().text();
                                call.args().text();
                                reply.line(call.args().text());
                            }))),
            List.of());

    private Asker asker() {
        return new Asker(
                SOMEBODY, new Trail(new Tracing(tap, TraceList.EVERYTHING, "ctl"), Tap.Ends.local(Tap.Ends.TCP), true));
    }

    private static ReplyBuffer packet(String method, List<Value> args) {
        ReplyBuffer out = new ReplyBuffer();
        BinrpcCall.write(out, 7, Octets.of(method), args);
        return out;
    }

    private byte[] binrpc(ReplyBuffer request, Asker asker) throws ProtocolError {
        BinrpcCalls calls = new BinrpcCalls(dispatch, () -> BinrpcRules.DEFAULTS, counters, dispatch.timer("ctl"));
        BinrpcCalls.Packet frame = calls.frame(request.bytes(), 0, request.size());
        assertThat(frame).isNotNull();
        ReplyBuffer out = new ReplyBuffer();
        calls.take(request.bytes(), frame, request.size(), asker, out, new ArrayList<>());
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private String lines(String text, CtlFifoRules rules, Asker asker) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        FifoCalls calls = new FifoCalls(dispatch, () -> rules, counters, dispatch.timer("ctl"));
        FifoCalls.Lines frame = calls.frame(bytes, 0, bytes.length);
        assertThat(frame).isNotNull();
        ReplyBuffer out = new ReplyBuffer();
        calls.take(bytes, frame, bytes.length, asker, out, new ArrayList<>());
        return new String(out.bytes(), 0, out.size(), ISO_8859_1);
    }

    /// No answer is lost or given twice.
    @Test
    void whatGoesWrongInTellingStaysThere() throws Exception {
        broken = true;
        ReplyBuffer request = packet("say", List.of(new Value.Text(Octets.of("x"))));

        assertThat(binrpc(request, asker())).isEqualTo(binrpc(request, new Asker(SOMEBODY, null)));
        assertThat(lines(":say:\nx\n\n", CtlFifoRules.DEFAULTS, asker())).isEqualTo("200 OK\nx\n");
        assertThat(untold).hasSize(2).allMatch(IllegalStateException.class::isInstance);
        assertThat(counters.requests.sum()).isEqualTo(3);
        assertThat(counters.protocolErrors.sum()).isZero();
    }

    @Test
    void ofStructsAndArraysNothingIsTold() throws Exception {
        Value text = new Value.Text(Octets.of("x"));
        Value struct = new Value.Struct(List.of(new Value.Member(Octets.of("a"), text)));
        Value array = new Value.Arr(List.of(text, struct));
        binrpc(packet("say", List.of(text, struct, array, new Value.Int(5))), asker());

        assertThat(told).containsExactly("say [x, null, null, 5]", "200 OK");
    }

    @Test
    void noMoreIsReadThanIsTold() throws Exception {
        Value text = new Value.Text(Octets.of("abc"));
        binrpc(packet("say", Collections.nCopies(100, text)), asker());

        // 32 of them and their commas are 128 bytes
        assertThat(told.getFirst()).isEqualTo("say " + Collections.nCopies(32, "abc"));
    }

    @Test
    void answersAndWhatCannotBeReadAreUnknown() throws Exception {
        ReplyBuffer noMethod = new ReplyBuffer();
        noMethod.append(Octets.copyOf(new byte[] {(byte) 0xA1, 0, 0, 7}));
        binrpc(noMethod, asker());
        assertThat(told).hasSize(2).first().isEqualTo("unknown []");
        told.clear();
        lines(":say\n\n", CtlFifoRules.DEFAULTS, asker());
        assertThat(told).hasSize(2).first().isEqualTo("unknown []");
        assertThat(told.getLast()).startsWith("400 ");
        told.clear();
        new BinrpcCalls(dispatch, () -> BinrpcRules.DEFAULTS, counters, dispatch.timer("ctl"))
                .broken(new ReplyBuffer(), new ProtocolError("no magic"), asker().trail());
        assertThat(told).containsExactly("unknown []", "400 no magic");
    }

    /// As Kamailio takes them, a missing parameter is a line of the next request.
    @Test
    void ofTheLineProtocolAsItWasTakenTheSameParameters() {
        CtlFifoRules compat = CtlFifoRules.DEFAULTS.withCompat(true);
        String answer = lines(":three:\nx\n\n:say:\ny\n\n", compat, asker());

        assertThat(answer).isEqualTo("200 OK\n:say:");
        assertThat(told).containsExactly("three [x, , :say:]", "200 OK");
    }
}
