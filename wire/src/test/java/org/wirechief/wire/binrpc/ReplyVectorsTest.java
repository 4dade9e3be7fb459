package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;

/// Every reply that Kamailio gave, read and written again: the bytes are the same.
class ReplyVectorsTest {
    private static final List<String> FILES = List.of(
            "basic",
            "types",
            "faults",
            "structparams",
            "malformed",
            "stream",
            "rich",
            "limits",
            "small",
            "big",
            "autoconv");

    static Stream<GoldenVector> replies() {
        return FILES.stream()
                .flatMap(file -> GoldenVectors.read("ctl/binrpc_" + file).stream())
                .filter(vector -> vector.hasBytes("reply"));
    }

    @ParameterizedTest
    @MethodSource
    void replies(GoldenVector vector) throws ProtocolError {
        byte[] wire = vector.bytes("reply");
        ReplyBuffer out = new ReplyBuffer();

        for (byte[] packet : Bytes.packets(wire)) {
            writeAgain(packet, rules(vector), out);
        }

        assertThat(Bytes.hex(out)).isEqualTo(Bytes.hex(wire));
    }

    @Test
    void thereAreVectors() {
        assertThat(replies().filter(vector -> vector.bytes("reply").length > 0).count())
                .isGreaterThan(500);
    }

    private static void writeAgain(byte[] packet, BinrpcRules rules, ReplyBuffer out) throws ProtocolError {
        PacketHeader header = PacketHeader.read(packet, 0, packet.length);
        switch (BinrpcAnswer.read(packet, 0, header)) {
            case BinrpcAnswer.Result(List<Value> values) -> {
                BinrpcReply reply = new BinrpcReply(out, header.cookie(), rules);
                values.forEach(reply::add);
                reply.finish();
            }
            case BinrpcAnswer.Failed(int code, Octets reason) -> BinrpcFault.write(out, header.cookie(), code, reason);
        }
    }

    /// The limits of the server that gave the reply.
    private static BinrpcRules rules(GoldenVector vector) {
        String server = vector.text("server");
        if (server.contains("small.cfg")) {
            return BinrpcRules.DEFAULTS.withMaxBody(1024).withStructMaxBody(1024);
        }
        if (server.contains("big.cfg")) {
            return BinrpcRules.DEFAULTS.withMaxBody(200 * 1024).withStructMaxBody(100 * 1024);
        }
        return BinrpcRules.DEFAULTS;
    }
}
