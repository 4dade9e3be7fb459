package org.wirechief.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The two servers of a comparison in a fresh folder. Both end and the folder goes when this is
/// closed, or when the JVM ends for whatever reason it can notice.
final class Servers implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Path folder;
    private final Deque<ServerProcess> processes = new ArrayDeque<>();

    private Servers(Path folder) {
        this.folder = folder;
    }

    static Servers open() throws IOException {
        Servers servers = new Servers(Files.createTempDirectory("chief-bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        return servers;
    }

    /// Starts `chief serve` as the launcher does, with the launcher's flags.
    ///
    /// @param chief the launcher
    Server chief(Path chief, Set<Carrier> carriers) throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("chief"));
        Map<Carrier, Target> targets = targets(home, carriers);
        Path config = Files.writeString(home.resolve("chief.cfg"), ctl(targets));
        List<String> command = List.of(chief.toString(), "serve", "--config", config.toString());
        return started("chief", command, home, targets);
    }

    /// Starts Kamailio with `ctl`, one SIP receiver that nobody talks to, and nothing else.
    Server kamailio(Path kamailio, Set<Carrier> carriers) throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("kamailio"));
        Map<Carrier, Target> targets = targets(home, carriers);
        Path config = Files.writeString(home.resolve("kamailio.cfg"), """
                #!KAMAILIO
                debug=-1
                log_stderror=yes
                fork=yes
                children=1
                auto_aliases=no
                disable_tcp=yes
                listen=udp:127.0.0.1:%d
                %s
                request_route { drop; }
                """.formatted(freePort(), ctl(targets)));
        List<String> command = List.of(
                kamailio.toString(),
                "-f",
                config.toString(),
                "-DD",
                "-E",
                "-w",
                home.toString(),
                "-Y",
                home.toString());
        return started("kamailio", command, home, targets);
    }

    /// The lines both servers read.
    private static String ctl(Map<Carrier, Target> targets) {
        return targets.values().stream()
                .map(target -> "modparam(\"ctl\", \"binrpc\", \"" + target.text() + "\")\n")
                .collect(Collectors.joining("", "loadmodule \"ctl.so\"\n", ""));
    }

    private Server started(String name, List<String> command, Path home, Map<Carrier, Target> targets)
            throws IOException, InterruptedException {
        ServerProcess process = ServerProcess.start(name, command, home, targets);
        synchronized (processes) {
            processes.push(process);
        }
        return process.ready(START);
    }

    private static Map<Carrier, Target> targets(Path home, Set<Carrier> carriers) throws IOException {
        Map<Carrier, Target> targets = new EnumMap<>(Carrier.class);
        int port = freePort();
        for (Carrier carrier : carriers) {
            String address = switch (carrier) {
                case UNIXS, UNIXD -> carrier.word() + ":" + home.resolve(carrier.word());
                case TCP, UDP -> carrier.word() + ":127.0.0.1:" + port;
            };
            targets.put(carrier, Target.parse(address));
        }
        return targets;
    }

    /// Free for TCP and UDP a moment ago.
    private static int freePort() throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, loopback)) {
                try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()))) {
                    return udp.getLocalPort();
                } catch (java.net.BindException e) {
                    // taken for UDP: another one
                }
            }
        }
    }

    /// Calling again does nothing.
    @Override
    public void close() {
        synchronized (processes) {
            while (!processes.isEmpty()) {
                processes.pop().close();
            }
            if (Files.exists(folder)) {
                delete();
            }
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
