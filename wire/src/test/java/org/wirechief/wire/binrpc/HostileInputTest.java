package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// A million packets that were made to hurt: what comes out is an answer, a fault, or nothing yet.
/// The seed is in the report; `-Dbinrpc.seed=...` repeats a run.
class HostileInputTest {
    private static final int PACKETS = 1_000_000;

    private final ReplyBuffer out = new ReplyBuffer();
    private SplittableRandom random;
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("binrpc.seed", reporter::publishEntry);
        random = seed.random();
    }

    @Test
    void onlyFaultsComeOut() throws ProtocolError {
        HostilePackets packets = new HostilePackets(random);
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < PACKETS; i++) {
            byte[] packet = packets.next();
            try {
                answered += serve(packet) ? 1 : 0;
            } catch (ProtocolError e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(seed + ", packet " + i + ": " + Bytes.hex(packet), e);
            }
        }
        assertThat(answered).isGreaterThan(PACKETS / 10);
        assertThat(refused).isGreaterThan(PACKETS / 10);
    }

    /// Reads the packet as a server and as a client.
    ///
    /// @return whether it was a whole request, which has its answer then
    private boolean serve(byte[] packet) throws ProtocolError {
        PacketHeader header = PacketHeader.read(packet, 0, packet.length);
        if (header == null || header.packetLength() > packet.length) {
            return false;
        }
        PacketHeader asReply = new PacketHeader(PacketHeader.Kind.REPLY, 0, header.headerLength(), header.bodyLength());
        readAsReply(packet, asReply);
        BinrpcRequest request = BinrpcRequest.of(packet, 0, header, Bytes.ORIGIN, BinrpcRules.DEFAULTS);
        out.clear();
        BinrpcReply reply = new BinrpcReply(out, header.cookie(), BinrpcRules.DEFAULTS);
        try {
            read(request.args(), reply);
        } catch (Fault fault) {
            reply.fault(fault);
        }
        reply.finish();
        assertThatAnAnswerStands(header);
        return true;
    }

    /// A client must survive a hostile server too.
    private static void readAsReply(byte[] packet, PacketHeader header) {
        try {
            BinrpcAnswer.read(packet, 0, header);
        } catch (ProtocolError e) {
            // What it is for.
        }
    }

    /// Reads the arguments in ways that commands do.
    private void read(Args args, BinrpcReply reply) {
        Args view = random.nextBoolean() ? args : args.converting();
        while (view.hasNext()) {
            switch (random.nextInt(6)) {
                case 0 -> reply.add(view.integer());
                case 1 -> reply.add(view.real());
                case 2 -> reply.add(view.octets());
                case 3 -> reply.add(view.at(random.nextInt(4)).value());
                case 4 -> integerOrText(view, reply);
                default -> reply.add(view.value());
            }
            if (random.nextInt(8) == 0) {
                return;
            }
        }
    }

    private static void integerOrText(Args args, BinrpcReply reply) {
        try {
            reply.add(args.integer());
        } catch (Fault isText) {
            reply.add(args.octets());
        }
    }

    private void assertThatAnAnswerStands(PacketHeader request) throws ProtocolError {
        PacketHeader answer = PacketHeader.read(out.bytes(), 0, out.size());
        if (answer == null || answer.packetLength() != out.size() || answer.cookie() != request.cookie()) {
            throw new AssertionError("no sound answer: " + Bytes.hex(out));
        }
        BinrpcAnswer.read(out.bytes(), 0, answer);
    }
}
