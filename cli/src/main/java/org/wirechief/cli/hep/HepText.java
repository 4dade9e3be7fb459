package org.wirechief.cli.hep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.hep.HepPacket;

/// Packets as `chief hep` prints them, for programs that receive them themselves.
public final class HepText {
    private HepText() {}

    /// The lines of the packet in a datagram.
    ///
    /// @param to behind its last byte
    /// @throws ProtocolError when it is none
    public static String of(byte[] datagram, int from, int to) throws ProtocolError {
        HepPacket packet = HepPacket.read(datagram, from, to);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            PacketText.print(packet, packet.content(HepCollector.MAX_CONTENT), new ByteSink(lines, false));
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        return lines.toString(StandardCharsets.UTF_8);
    }
}
