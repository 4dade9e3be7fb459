package org.wirechief.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What the system dropped at a UDP socket because nobody took it in time: the last number of its
/// line in `/proc/net/udp`. Addresses stand there as 32-bit numbers in the machine's byte order.
final class UdpDrops {
    private static final int LOCAL = 1;

    private UdpDrops() {}

    /// How many since the socket was bound.
    ///
    /// @param local numeric host, and port
    /// @return nothing where the system does not tell
    static OptionalLong of(Address local) {
        InetAddress host = InetAddress.ofLiteral(local.name());
        boolean isIpv6 = host.getAddress().length > 4;
        String socket = hex(host) + ":%04X".formatted(local.port());
        try {
            return Files.readAllLines(Path.of("/proc/self/net", isIpv6 ? "udp6" : "udp")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > LOCAL && fields[LOCAL].equals(socket))
                    .mapToLong(fields -> Long.parseLong(fields[fields.length - 1]))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String hex(InetAddress host) {
        var words = ByteBuffer.wrap(host.getAddress())
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        var hex = new StringBuilder();
        while (words.hasRemaining()) {
            hex.append("%08X".formatted(words.get()));
        }
        return hex.toString();
    }
}
