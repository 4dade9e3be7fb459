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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The servers of a comparison in a fresh folder. All end and the folder goes when this is
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

    /// Where all is that goes when this is closed.
    Path folder() {
        return folder;
    }

    /// Starts `chief serve` as the launcher does, with the launcher's flags.
    ///
    /// @param chief the launcher
    /// @param carriers of `mi_datagram` either those over UDP or those over Unix datagrams: a
    ///     server has one socket for it
    /// @param settings further lines of its configuration
    Server chief(Path chief, Set<Carrier> carriers, String... settings) throws IOException, InterruptedException {
        return chief(List.of(chief.toString()), carriers, settings);
    }

    /// The same, whose compiled methods `perf` can follow; that costs it a register.
    Server profiledChief(Path chief, Set<Carrier> carriers) throws IOException, InterruptedException {
        return chief(List.of("env", "JDK_JAVA_OPTIONS=-XX:+PreserveFramePointer", chief.toString()), carriers);
    }

    private Server chief(List<String> launcher, Set<Carrier> carriers, String... settings)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "chief");
        Map<Carrier, Target> targets = targets(home, carriers);
        String lines = ctl(targets) + mi(targets) + String.join("\n", settings) + "\n";
        Path config = Files.writeString(home.resolve("chief.cfg"), lines);
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("serve", "--config", config.toString()));
        return started("chief", command, home, targets);
    }

    /// Where this machine's Kamailio is.
    static Path needKamailio() throws IOException {
        return Tool.need("kamailio", "to compare with", "kamailio");
    }

    /// Starts Kamailio with `ctl`, one SIP receiver that nobody talks to, and nothing else.
    ///
    /// @param carriers those of `ctl`
    Server kamailio(Path kamailio, Set<Carrier> carriers) throws IOException, InterruptedException {
        requireCtl("Kamailio", carriers);
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

    /// Starts the bare C server, which answers `core.echo` and nothing else.
    ///
    /// @param source `bare_server.c`
    /// @param carriers those of `ctl`
    /// @param pollMicros how long it asks for more before it sleeps, after several requests at once
    /// @throws IOException when there is no compiler
    Server bare(Path source, Set<Carrier> carriers, int pollMicros) throws IOException, InterruptedException {
        requireCtl("the bare server", carriers);
        Path home = Files.createDirectory(folder.resolve("bare"));
        Map<Carrier, Target> targets = targets(home, carriers);
        List<String> command = new ArrayList<>();
        command.add(Tool.compile(source, home).toString());
        command.add(Integer.toString(pollMicros));
        targets.values().forEach(target -> command.add(target.text()));
        return started("bare C", command, home, targets);
    }

    /// The lines both servers read.
    private static String ctl(Map<Carrier, Target> targets) {
        return targets.values().stream()
                .filter(target -> target.carrier().isCtl())
                .map(target -> "modparam(\"ctl\", \"binrpc\", \"" + target.text() + "\")\n")
                .collect(Collectors.joining("", "loadmodule \"ctl.so\"\n", ""));
    }

    /// Languages of one socket share its address.
    private static String mi(Map<Carrier, Target> targets) {
        Set<String> lines = new LinkedHashSet<>();
        for (Target target : targets.values()) {
            switch (target.carrier()) {
                case TEXT_UDP, JSON_UDP, TEXT_UNIXD, JSON_UNIXD -> {
                    String name = target.text().replaceFirst("^mi:(json:)?", "");
                    lines.add("loadmodule \"mi_datagram.so\"");
                    lines.add("modparam(\"mi_datagram\", \"socket_name\", \"" + name + "\")");
                }
                case FIFO -> {
                    lines.add("loadmodule \"mi_fifo.so\"");
                    lines.add("modparam(\"mi_fifo\", \"fifo_name\", \""
                            + target.text().substring("fifo:".length()) + "\")");
                    lines.add("modparam(\"mi_fifo\", \"reply_dir\", \"" + target.replies() + "\")");
                }
                case UNIXS, UNIXD, TCP, UDP -> {}
            }
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void requireCtl(String who, Set<Carrier> carriers) {
        for (Carrier carrier : carriers) {
            if (!carrier.isCtl()) {
                throw new IllegalArgumentException(who + " does not speak over " + carrier.word());
            }
        }
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
        int miPort = freePort();
        for (Carrier carrier : carriers) {
            String address = switch (carrier) {
                case UNIXS, UNIXD -> carrier.word() + ":" + home.resolve(carrier.word());
                case TCP, UDP -> carrier.word() + ":127.0.0.1:" + port;
                case TEXT_UDP -> "mi:udp:127.0.0.1:" + miPort;
                case JSON_UDP -> "mi:json:udp:127.0.0.1:" + miPort;
                case TEXT_UNIXD -> "mi:" + home.resolve("mi");
                case JSON_UNIXD -> "mi:json:" + home.resolve("mi");
                case FIFO -> "fifo:" + home.resolve("fifo");
            };
            targets.put(carrier, Target.parse(address).withReplies(home));
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
