package org.wirechief.server.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the kernel holds for sockets that nobody has read yet, as `/proc/net/udp` and its like
/// tell: a line a socket, `sl local remote st tx:rx ...`, numbers in hexadecimal.
///
/// @param directory `/proc/self/net`
record ReceiveQueues(Path directory) {
    private static final String LISTENING = "0A";

    static ReceiveQueues ofSystem() {
        return new ReceiveQueues(Path.of("/proc/self/net"));
    }

    /// Bytes that wait at local ports of `udp` or `tcp`, both IPv4 and IPv6; 0 where the system
    /// does not tell. What a listening TCP socket holds are connections and do not count.
    long waiting(String transport, Set<Integer> ports) {
        return Stream.of(transport, transport + "6")
                .flatMap(file -> lines(file).stream().skip(1))
                .mapToLong(line -> waiting(line.strip().split("\\s+"), transport, ports))
                .sum();
    }

    private static long waiting(String[] fields, String transport, Set<Integer> ports) {
        if (fields.length < 5 || (transport.equals("tcp") && fields[3].equals(LISTENING))) {
            return 0;
        }
        int port = Integer.parseInt(after(fields[1]), 16);
        return ports.contains(port) ? Long.parseLong(after(fields[4]), 16) : 0;
    }

    private static String after(String pair) {
        return pair.substring(pair.lastIndexOf(':') + 1);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(directory.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
