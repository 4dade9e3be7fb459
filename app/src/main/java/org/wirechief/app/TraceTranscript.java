package org.wirechief.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import org.wirechief.cli.hep.HepText;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;

/// Has calls traced, and shows the packets that a collector gets of one.
///
/// @param collector what the packets are sent to
/// @param address its address, also when it is released
record TraceTranscript(DatagramSocket collector, String address) implements AutoCloseable {
    private static final String NAME = "demo";
    private static final String TRACED = "version";

    static TraceTranscript open() throws IOException {
        DatagramSocket collector = new DatagramSocket(0, MiTalk.here());
        return new TraceTranscript(collector, "127.0.0.1:" + collector.getLocalPort());
    }

    /// Where the server sends what it traces.
    Hep module() {
        return Hep.to("[" + NAME + "]" + address + ";transport=udp");
    }

    /// The same door, which has one command traced.
    static MiDatagram traced(MiDatagram door) {
        return door.traceDestination(NAME).traceBwlist("w: " + TRACED);
    }

    /// @param mi the door of `mi_datagram`
    void show(Door mi, PrintStream out) throws IOException {
        out.println("== proto_hep: HEP to udp:" + address);
        try (MiTalk talk = MiTalk.with(mi, out)) {
            talk.ask(":" + TRACED + ":\n");
        }
        out.print(printed(MiTalk.received(collector)) + printed(MiTalk.received(collector)) + "\n");
    }

    private static String printed(DatagramPacket packet) throws IOException {
        try {
            return HepText.of(packet.getData(), 0, packet.getLength());
        } catch (ProtocolError e) {
            throw new IOException("what came is no HEP packet: " + e.getMessage(), e);
        }
    }

    /// What to type for the same, in two terminals.
    String byHand(Door mi) {
        return "  chief hep udp:" + address + "\n  printf ':" + TRACED + ":\\n' | nc -u -w1 127.0.0.1 " + mi.port();
    }

    /// Leaves the address to whoever collects what is traced from now on.
    void release() {
        collector.close();
    }

    @Override
    public void close() {
        release();
    }
}
