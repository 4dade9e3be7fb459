package org.wirechief.bench.micro;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepAddress;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepPacket;
import org.wirechief.wire.hep.HepTime;

/// A HEPv3 packet of a traced request, written and read.
@State(Scope.Thread)
public class HepCodec {
    private final HepFlow flow = HepFlow.of(
            HepFlow.TCP,
            new HepAddress(Octets.copyOf(new byte[] {127, 0, 0, 1}), 0),
            new HepAddress(Octets.copyOf(new byte[] {127, 0, 0, 2}), 0));
    private final HepTime time = new HepTime(1_790_000_000, 123_456);
    private final Octets payload = Octets.of("core.echo:ctl:hello");
    private final Octets correlation = Octets.of("MICORRabcdefghijklmnopqrstuvwxyzab");
    private final ReplyBuffer out = new ReplyBuffer();
    private final byte[] packet;

    public HepCodec() {
        int length = write();
        packet = Arrays.copyOf(out.bytes(), length);
    }

    @Benchmark
    public final int write() {
        out.clear();
        Hep3.of(flow, time, Hep3.MANAGEMENT, 1, payload, correlation).write(out);
        return out.size();
    }

    @Benchmark
    public Object read() throws ProtocolError {
        return HepPacket.read(packet, 0, packet.length);
    }
}
