package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.it.fifo.ReplyPipe;
import org.wirechief.it.kamcmd.Kamcmd;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.Lines;

/// The lines of configuration that the manual of `ctl` shows, `ctl-examples.cfg`, open what they
/// say, with paths, ports and an owner of this machine.
class ExampleLinesIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private static String examples() {
        return String.join("\n", Lines.of(ExampleLinesIT.class, "ctl-examples.cfg")) + "\n";
    }

    @Test
    void openWhatTheySay() throws Exception {
        int first = FreePort.tcp();
        int any = FreePort.tcp();
        int udp = FreePort.udp();
        int lines = FreePort.tcp();
        String local = examples()
                .replace("/tmp/", folder.path() + "/")
                .replace(":2046", ":" + first)
                .replace(":3012", ":" + any)
                .replace(":3000", ":" + udp)
                .replace(":2050", ":" + lines)
                .replace("\"andrei\"", "\"" + System.getProperty("user.name") + "\"")
                .replace("100)", Files.getAttribute(folder.path(), "unix:gid") + ")");
        Path file = Files.writeString(folder.resolve("ctl.cfg"), local);

        try (Chief chief = Chief.start(folder, "serve", "--config", file.toString())) {
            List<String> doors = doors(first, any, udp);
            assertAnswers(chief, doors, lineDoors(lines));
            for (String name : List.of(
                    "kamailio_ctl",
                    "unix_dgram",
                    "unix_stream",
                    "unix_default",
                    "unix_test",
                    "ser_fifo",
                    "ser_fifo2")) {
                assertPrivate(folder.resolve(name));
            }
            assertThat(kamcmd(doors.getFirst(), "cfg.get", "ctl", "binrpc_max_body_size"))
                    .isEqualTo("16\n");
            chief.term();
            assertThat(chief.outcome().exit()).isZero();
        }
        assertThat(folder.names()).containsExactly("ctl.cfg", "stderr", "stdout");
    }

    private static void assertAnswers(Chief chief, List<String> doors, List<String> lineDoors) throws Exception {
        assertThat(chief.addresses(doors.size() + lineDoors.size()))
                .isEqualTo(Stream.concat(doors.stream(), lineDoors.stream()).toList());
        for (String door : doors) {
            // autoconversion is on
            assertThat(kamcmd(door, "core.prints", "5")).as(door).isEqualTo("5\n");
        }
        for (String door : lineDoors) {
            assertThat(lines(door)).as(door).isEqualTo("200 OK\nhello\n");
        }
    }

    private List<String> doors(int first, int any, int udp) {
        return List.of(
                "unixs:" + folder.resolve("kamailio_ctl"),
                "udp:127.0.0.1:" + first,
                "tcp:127.0.0.1:" + first,
                "unixd:" + folder.resolve("unix_dgram"),
                "unixs:" + folder.resolve("unix_stream"),
                "unixs:" + folder.resolve("unix_default"),
                "unixs:" + folder.resolve("unix_test"),
                "udp:127.0.0.1:" + udp,
                "tcp:127.0.0.1:" + any,
                "udp:127.0.0.1:" + any);
    }

    private List<String> lineDoors(int port) {
        return List.of(
                "fifo:" + folder.resolve("ser_fifo"),
                "fifo:" + folder.resolve("ser_fifo2"),
                "udp:127.0.0.1:" + port,
                "tcp:127.0.0.1:" + port);
    }

    /// The answer to a request in lines.
    private static String lines(String door) throws Exception {
        if (door.startsWith("fifo:")) {
            return overFifo(Path.of(door.substring("fifo:".length())));
        }
        byte[] request = ":core.prints:\nhello\n\n".getBytes(StandardCharsets.US_ASCII);
        if (door.startsWith("udp:")) {
            try (RawDatagrams client = RawDatagrams.to(door)) {
                client.send(request);
                return new String(client.receive(), StandardCharsets.US_ASCII);
            }
        }
        try (RawStream client = RawStream.to(door)) {
            client.send(request);
            return new String(client.receive("200 OK\nhello\n".length()), StandardCharsets.US_ASCII);
        }
    }

    private static String overFifo(Path fifo) throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            Files.writeString(fifo, ":core.prints:" + reply.name() + "\nhello\n\n", StandardOpenOption.WRITE);
            return ReplyPipe.get(reading);
        }
    }

    private static String kamcmd(String door, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("-s", door));
        line.addAll(List.of(words));
        return Kamcmd.DEBIANS.run(line, "").stdout();
    }

    private static void assertPrivate(Path socket) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(Files.getOwner(socket)).hasToString(System.getProperty("user.name"));
    }
}
