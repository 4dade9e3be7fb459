package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Args;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// What holds for every value and every way the bytes may come. The seed is in the report;
/// `-Dbinrpc.seed=...` repeats a run.
class BinrpcPropertiesTest {
    private static final BinrpcRules WIDE =
            BinrpcRules.DEFAULTS.withMaxBody(1 << 20).withStructMaxBody(1 << 20);

    private RandomGenerator random;

    @BeforeEach
    void seed(TestReporter reporter) {
        random = Seed.of("binrpc.seed", reporter::publishEntry).random();
    }

    @Test
    void everyAnswerComesBack() throws ProtocolError {
        for (int run = 0; run < 3000; run++) {
            List<Value> values = new RandomValues(random).list();
            ReplyBuffer out = new ReplyBuffer();
            BinrpcReply reply = new BinrpcReply(out, random.nextInt(), WIDE);
            values.forEach(reply::add);
            reply.finish();

            PacketHeader header = PacketHeader.read(out.bytes(), 0, out.size());

            assertThat(header.packetLength()).isEqualTo(out.size());
            assertThat(BinrpcAnswer.read(out.bytes(), 0, header))
                    .isEqualTo(new BinrpcAnswer.Result(RandomValues.asAnswered(values)));
        }
    }

    @Test
    void everyArgumentArrives() throws ProtocolError {
        for (int run = 0; run < 3000; run++) {
            List<Value> values = new RandomValues(random).list();
            byte[] packet = call(values);

            Args args = request(packet).args();

            List<Value> arrived = new ArrayList<>();
            while (args.hasNext()) {
                arrived.add(args.value());
            }
            assertThat(arrived).isEqualTo(RandomValues.asSent(values));
            for (int i = 0; i < values.size(); i++) {
                assertThat(args.at(i).value()).isEqualTo(arrived.get(i));
            }
        }
    }

    @Test
    void aPacketCutAnywhereIsIncompleteOrRefused() throws ProtocolError {
        for (int run = 0; run < 100; run++) {
            byte[] packet = call(new RandomValues(random).list());
            for (int cut = 0; cut < packet.length; cut++) {
                PacketHeader header = PacketHeader.read(packet, 0, cut);
                assertThat(header == null || header.packetLength() > cut).isTrue();
                if (header != null) {
                    byte[] less = Arrays.copyOf(packet, cut);
                    assertThatThrownBy(() -> BinrpcRequest.of(less, 0, header, Bytes.ORIGIN, WIDE))
                            .isInstanceOf(IndexOutOfBoundsException.class);
                }
            }
        }
    }

    @Test
    void aBodyCutAnywhereGivesTheArgumentsBeforeTheCut() throws ProtocolError {
        for (int run = 0; run < 100; run++) {
            List<Value> texts = List.of(Value.of("a"), Value.of(random.nextInt()), Value.of("x".repeat(300)));
            byte[] packet = call(texts);
            int headerLength = PacketHeader.read(packet, 0, packet.length).headerLength();
            int method = 3;
            for (int body = method; body < packet.length - headerLength; body++) {
                PacketHeader shorter = new PacketHeader(PacketHeader.Kind.REQUEST, 0, headerLength, body);
                Args args =
                        BinrpcRequest.of(packet, 0, shorter, Bytes.ORIGIN, WIDE).args();
                int read = 0;
                while (args.hasNext()) {
                    assertThat(args.value()).isEqualTo(texts.get(read++));
                }
                assertThat(read).isLessThan(texts.size());
            }
        }
    }

    @Test
    void framingDoesNotDependOnHowTheBytesCome() throws ProtocolError {
        for (int run = 0; run < 200; run++) {
            byte[] stream = pipelined();
            FakeServer whole = new FakeServer(new StandIns().commands(), WIDE);
            whole.received(stream);
            FakeServer pieces = new FakeServer(new StandIns().commands(), WIDE);
            int at = 0;
            while (at < stream.length) {
                int to = Math.min(stream.length, at + 1 + random.nextInt(random.nextBoolean() ? 3 : 400));
                pieces.received(Arrays.copyOfRange(stream, at, to));
                at = to;
            }

            assertThat(Bytes.hex(pieces.out())).isEqualTo(Bytes.hex(whole.out()));
            assertThat(pieces.isClosed()).isEqualTo(whole.isClosed());
        }
    }

    /// A few calls, sometimes with something broken behind them.
    private byte[] pipelined() {
        ReplyBuffer out = new ReplyBuffer();
        int calls = 1 + random.nextInt(8);
        for (int i = 0; i < calls; i++) {
            String method = random.nextInt(4) == 0 ? "nope" : "core.echo";
            BinrpcCall.write(
                    out, random.nextInt(), Octets.of(method), List.of(Value.of("x".repeat(random.nextInt(600)))));
        }
        if (random.nextBoolean()) {
            for (int i = random.nextInt(20); i > 0; i--) {
                out.append(random.nextInt());
            }
        }
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private byte[] call(List<Value> args) {
        ReplyBuffer out = new ReplyBuffer();
        BinrpcCall.write(out, random.nextInt(), Octets.of("c"), args);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private static BinrpcRequest request(byte[] packet) throws ProtocolError {
        return BinrpcRequest.of(packet, 0, PacketHeader.read(packet, 0, packet.length), Bytes.ORIGIN, WIDE);
    }
}
