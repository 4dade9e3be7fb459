package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;

/// What an answer may hold (spec ctl §7.2 to §7.4).
class ReplyLimitsTest {
    private static final String OVERFLOW = "Internal server error processing '%c': buffer too small (overflow) (-2)";

    private final ReplyBuffer out = new ReplyBuffer();

    @Test
    void aBodyIsFullToTheByte() throws ProtocolError {
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> reply.add("x".repeat(32764))))
                .isEmpty();
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> reply.add("x".repeat(32765))))
                .isEqualTo("500 " + OVERFLOW.formatted('s'));
    }

    @Test
    void whatFollowsAFullBodyIsNotAdded() throws ProtocolError {
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> {
                    reply.add("x".repeat(20000));
                    reply.add("x".repeat(20000));
                    reply.add(1);
                }))
                .isEqualTo("500 " + OVERFLOW.formatted('s'));
    }

    static Stream<Arguments> aFullBodyNamesWhatDidNotFit() {
        return Stream.of(
                kind('d', reply -> reply.add(1)),
                kind('d', reply -> reply.add(true)),
                kind('d', reply -> reply.add(1L << 40)),
                kind('s', reply -> reply.add("x")),
                kind('s', Reply::nil),
                kind('s', reply -> reply.blob(Octets.of("x"))),
                kind('f', reply -> reply.add(0.5)),
                kind('{', reply -> reply.struct(s -> {})),
                kind('[', reply -> reply.array(a -> {})));
    }

    private static Arguments kind(char format, Consumer<Reply> add) {
        return Arguments.of(format, add);
    }

    @ParameterizedTest
    @MethodSource
    void aFullBodyNamesWhatDidNotFit(char format, Consumer<Reply> add) throws ProtocolError {
        assertThat(fault(BinrpcRules.DEFAULTS.withMaxBody(1), add)).isEqualTo("500 " + OVERFLOW.formatted(format));
    }

    /// A name takes 3 bytes here, an integer 2, a struct 2.
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1024, 8192})
    void aStructIsFullToTheByte(int max) throws ProtocolError {
        BinrpcRules rules = BinrpcRules.DEFAULTS.withStructMaxBody(max);
        int members = max / 5;

        assertThat(fault(
                        rules,
                        reply -> reply.struct(s -> {
                            for (int i = 0; i < members; i++) {
                                s.put("n", 1);
                            }
                        })))
                .isEmpty();
        assertThat(fault(
                        rules,
                        reply -> reply.struct(s -> {
                            for (int i = 0; i < members + 1; i++) {
                                s.put("n", 1);
                            }
                        })))
                .startsWith("500 ")
                .contains("raise binrpc_struct_max_body_size (now " + max + " bytes)");
    }

    @Test
    void aStructTakesItsTagsOfWhatItIsIn() throws ProtocolError {
        BinrpcRules rules = BinrpcRules.DEFAULTS.withMaxBody(2).withStructMaxBody(5);

        assertThat(fault(rules, reply -> reply.struct(s -> s.struct("a", inner -> inner.put("b", 1)))))
                .isEmpty();
        assertThat(fault(
                        rules,
                        reply -> reply.struct(s -> {
                            s.struct("a", inner -> {});
                            s.struct("b", inner -> {});
                        })))
                .contains("binrpc_struct_max_body_size");
        assertThat(fault(rules, reply -> {
                    reply.struct(s -> {});
                    reply.struct(s -> {});
                }))
                .isEqualTo("500 " + OVERFLOW.formatted('{'));
    }

    @Test
    void structsMayHoldMoreThanTheBody() throws ProtocolError {
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> {
                    for (int i = 0; i < 100; i++) {
                        reply.struct(s -> s.put("text", "x".repeat(8000)));
                    }
                }))
                .isEmpty();
        assertThat(out.size()).isGreaterThan(800_000);
    }

    @Test
    void theWholeHasABound() throws ProtocolError {
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> {
                    for (int i = 0; i < 10_000; i++) {
                        reply.struct(s -> s.put("text", "x".repeat(8000)));
                    }
                }))
                .isEqualTo("500 Internal Server Error: the answer is over 67108864 bytes");
    }

    @Test
    void aLineIsShorterThanItsLimit() throws ProtocolError {
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> reply.line("x".repeat(1023))))
                .isEmpty();
        assertThat(fault(BinrpcRules.DEFAULTS, reply -> reply.line("x".repeat(1024))))
                .contains("raise binrpc_buffer_size (now 1024 bytes)");
    }

    /// The fault that an answer became, empty when it became none.
    private String fault(BinrpcRules rules, Consumer<Reply> answer) throws ProtocolError {
        out.clear();
        BinrpcReply reply = new BinrpcReply(out, 1, rules);
        answer.accept(reply);
        reply.finish();
        PacketHeader header = PacketHeader.read(out.bytes(), 0, out.size());
        assertThat(header.packetLength()).isEqualTo(out.size());
        return switch (BinrpcAnswer.read(out.bytes(), 0, header)) {
            case BinrpcAnswer.Result _ -> "";
            case BinrpcAnswer.Failed(int code, Octets reason) -> code + " " + reason;
        };
    }
}
