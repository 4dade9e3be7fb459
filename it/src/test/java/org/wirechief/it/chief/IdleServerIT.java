package org.wirechief.it.chief;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// No thread of ours wakes while nobody asks and nothing is due.
class IdleServerIT {
    private static final Duration WINDOW = Duration.ofMillis(2_500);

    /// As long as something is done the load is sampled every ten seconds.
    private static final Duration LOAD_WINDOW = Duration.ofMillis(10_500);

    /// The JVM's own threads may take some time in one such window, not in each of them.
    private static final Duration UNTIL_ASLEEP = Duration.ofMinutes(4);

    private static final List<String> LOAD_THREAD = List.of("wirechief load");

    /// As Linux has them, 15 characters.
    private static final List<String> SERVICE_THREADS = List.of(
            "ctl handler",
            "ctl unixd handl",
            "ctl udp handler",
            "ctl fifo handle",
            "MI Datagram",
            "MI FIFO",
            "event_datagram ",
            "hep hep_dest");

    /// And those that carry virtual threads.
    private static final List<String> OURS =
            Stream.concat(SERVICE_THREADS.stream(), Stream.of("ForkJoinPool-")).toList();

    /// Of `/proc/PID/task/TID/status`.
    private static final Pattern WAKES = Pattern.compile("(?m)^voluntary_ctxt_switches:\\s*(\\d+)$");

    private static String config(TempFolder folder, int collector) throws IOException {
        return """
                loadmodule "proto_hep.so"
                modparam("proto_hep", "hep_id", "[hep_dest]127.0.0.1:%2$d;transport=tcp")
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%1$s/ctl")
                modparam("ctl", "binrpc", "unixd:%1$s/ctl.d")
                modparam("ctl", "binrpc", "tcp:127.0.0.1:%3$d")
                modparam("ctl", "binrpc", "udp:127.0.0.1:%4$d")
                modparam("ctl", "fifo", "%1$s/lines")
                loadmodule "mi_datagram.so"
                modparam("mi_datagram", "socket_name", "%1$s/mi")
                modparam("mi_datagram", "trace_destination", "hep_dest")
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_name", "%1$s/fifo")
                loadmodule "event_datagram.so"
                """.formatted(folder.path(), collector, FreePort.tcp(), FreePort.udp());
    }

    /// How often each of these threads has waited so far, by its name and id.
    private static Map<String, String> wakes(long pid, List<String> names) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                try {
                    String name = Files.readString(thread.resolve("comm")).replace("\n", "");
                    if (names.stream().anyMatch(name::startsWith)) {
                        var count = WAKES.matcher(Files.readString(thread.resolve("status")));
                        assertThat(count.find()).isTrue();
                        all.put(name + " " + thread.getFileName(), count.group(1));
                    }
                } catch (NoSuchFileException e) {
                    // it has just ended
                }
            }
        }
        return all;
    }

    private static Map<String, String> wakesAfterQuiet(long pid, List<String> names, Duration window, Duration limit) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(limit)
                .until(
                        () -> {
                            Map<String, String> before = wakes(pid, names);
                            Thread.sleep(window);
                            return before.equals(wakes(pid, names)) ? before : Map.<String, String>of();
                        },
                        found -> !found.isEmpty());
    }

    @Test
    void theLoadIsSampledAgainOnceSomebodyAsks() throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            Path mi = folder.resolve("mi");
            try (Chief chief = Chief.start(folder, "serve", "--set", "mi_datagram.socket_name=" + mi)) {
                chief.addresses(1);
                Map<String, String> asleep = wakesAfterQuiet(chief.pid(), LOAD_THREAD, LOAD_WINDOW, UNTIL_ASLEEP);
                assertThat(asleep).hasSize(1);

                try (RawDatagrams client = RawDatagrams.to("unixd:" + mi)) {
                    client.send(":uptime:\n\n".getBytes(ISO_8859_1));
                    assertThat(new String(client.receive(), ISO_8859_1)).startsWith("200 OK");
                }

                Awaitility.await()
                        .atMost(RawStream.LIMIT)
                        .untilAsserted(() ->
                                assertThat(wakes(chief.pid(), LOAD_THREAD)).isNotEqualTo(asleep));
            }
        }
    }

    @Test
    void wakesNoneOfItsThreads() throws Exception {
        try (TempFolder folder = TempFolder.create();
                ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.writeString(folder.resolve("chief.cfg"), config(folder, collector.getLocalPort()));
            try (Chief chief = Chief.start(folder, "serve", "--config", file.toString())) {
                assertThat(chief.addresses(7)).hasSize(7);
                try (RawDatagrams client = RawDatagrams.to("unixd:" + folder.resolve("mi"))) {
                    client.send(":event_subscribe:\nE_CORE_LOG\nudp:127.0.0.1:9\n3600\n".getBytes(ISO_8859_1));
                    assertThat(new String(client.receive(), ISO_8859_1)).startsWith("200 OK");
                }
                // what is traced has made a connection that stays
                try (Socket _ = collector.accept()) {
                    Map<String, String> wakes = wakesAfterQuiet(chief.pid(), OURS, WINDOW, RawStream.LIMIT);

                    assertThat(SERVICE_THREADS)
                            .allSatisfy(name -> assertThat(wakes.keySet()).anyMatch(thread -> thread.startsWith(name)));
                }
            }
        }
    }
}
