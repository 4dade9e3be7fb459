package org.wirechief.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.wirechief.net.Address;

/// The kernel's lists of sockets, `/proc/net`. A list that cannot be read is empty.
///
/// @param unix sockets with a path
/// @param inet sockets that wait for callers
record KernelSockets(List<Unix> unix, List<Inet> inet) {
    private static final String LISTENING_TCP = "0A";
    private static final String UNCONNECTED_UDP = "07";
    private static final int ACCEPTING = 0x10000;
    private static final int INODE = 9;
    private static final Pattern FLAGS = Pattern.compile("[0-9A-F]{8}");
    private static final Pattern INODES = Pattern.compile("[0-9]{1,18}");

    KernelSockets {
        unix = List.copyOf(unix);
        inet = List.copyOf(inet);
    }

    /// @param path what it was bound as, wherever it is now
    /// @param stream whether it is one of a stream, else of datagrams
    /// @param inode the number in the `socket:[...]` of those who have it open
    record Unix(String path, boolean stream, boolean listening, long inode) {}

    /// @param host as the kernel writes it, in hex, `0100007F`
    record Inet(boolean tcp, String host, int port, long inode) {
        /// Where it waits.
        InetAddress address() {
            // printed as numbers of 32 bits, whose bytes in memory are those on the wire
            ByteBuffer numbers = ByteBuffer.wrap(HexFormat.of().parseHex(host));
            ByteBuffer address = ByteBuffer.allocate(numbers.capacity()).order(ByteOrder.nativeOrder());
            while (numbers.hasRemaining()) {
                address.putInt(numbers.getInt());
            }
            try {
                return InetAddress.getByAddress(address.array());
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(host, e);
            }
        }

        /// Whether what is sent to that address of this machine comes to it.
        boolean takes(InetAddress to) {
            return address().isAnyLocalAddress() || address().equals(to);
        }

        /// As clients on this machine reach it: `tcp:127.0.0.1:2049`, `udp:[::1]:2049`.
        String door() {
            InetAddress at = address();
            boolean ipv4 = at.getAddress().length == 4;
            String loopback = ipv4 ? "127.0.0.1" : "::1";
            String name = at.isAnyLocalAddress() ? loopback : at.getHostAddress();
            return (tcp ? Address.tcp(name, port) : Address.udp(name, port)).toString();
        }
    }

    static KernelSockets read() {
        List<Inet> inet = new ArrayList<>();
        inet("tcp", LISTENING_TCP, inet);
        inet("tcp6", LISTENING_TCP, inet);
        inet("udp", UNCONNECTED_UDP, inet);
        inet("udp6", UNCONNECTED_UDP, inet);
        return new KernelSockets(unixSockets(), inet);
    }

    private static List<Unix> unixSockets() {
        return unixSockets(lines("unix"));
    }

    /// A path may hold line feeds, behind which anything stands.
    ///
    /// @param lines `Num RefCount Protocol Flags Type St Inode Path`
    static List<Unix> unixSockets(List<String> lines) {
        List<Unix> sockets = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", 8);
            if (words.length == 8
                    && FLAGS.matcher(words[3]).matches()
                    && INODES.matcher(words[6]).matches()
                    && !words[7].startsWith("@")) {
                boolean stream = words[4].equals("0001");
                boolean listening = (Long.parseLong(words[3], 16) & ACCEPTING) != 0;
                sockets.add(new Unix(words[7], stream, listening, Long.parseLong(words[6])));
            }
        }
        return sockets;
    }

    // sl local_address rem_address st queues tr:when retrnsmt uid timeout inode ...
    private static void inet(String list, String state, List<Inet> sockets) {
        for (String line : lines(list)) {
            String[] words = line.strip().split("\\s+");
            if (words.length > INODE && words[3].equals(state)) {
                String[] local = words[1].split(":");
                sockets.add(new Inet(
                        list.startsWith("tcp"),
                        local[0],
                        Integer.parseInt(local[1], 16),
                        Long.parseLong(words[INODE])));
            }
        }
    }

    private static List<String> lines(String list) {
        try {
            List<String> all =
                    Files.readAllLines(Path.of("/proc/net", list), java.nio.charset.StandardCharsets.ISO_8859_1);
            return all.subList(Math.min(1, all.size()), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The sockets somebody has open at a path. A server may have bound it under another name and
    /// moved it there, so nothing found is no proof that nobody listens.
    List<Unix> at(Path path) {
        return unix.stream()
                .filter(socket -> socket.path().equals(path.toString()))
                .toList();
    }

    /// Those that wait on that port, each at an address of its own.
    List<Inet> on(boolean tcp, int port) {
        return inet.stream().filter(s -> s.tcp() == tcp && s.port() == port).toList();
    }
}
