package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doors of a host whose root is a folder.
class HostDoorsTest {
    @TempDir
    Path root;

    private final List<ServerSocketChannel> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ServerSocketChannel channel : open) {
            channel.close();
        }
    }

    /// A socket's file; whether it is one of a stream only the kernel's list can tell.
    private Path socket(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        open.add(channel);
        channel.bind(UnixDomainSocketAddress.of(file));
        return file;
    }

    private Path fifo(String name) throws IOException, InterruptedException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        return file;
    }

    private List<String> find(KernelSockets.Unix... sockets) {
        return new HostDoors(root, new KernelSockets(List.of(sockets), List.of())).find(Map.of());
    }

    @Test
    void wherePackagesPutThem() throws Exception {
        Path stream = socket("run/kamailio/kamailio_ctl");
        Path datagrams = socket("run/opensips/mi.sock");
        Path lines = fifo("tmp/kamailio_fifo");
        Path json = fifo("run/opensips/opensips_fifo");
        Files.writeString(root.resolve("run/kamailio/kamailio.pid"), "1");

        assertThat(find(new KernelSockets.Unix(datagrams.toString(), false, false, 1)))
                .containsExactly("unixs:" + stream, "unixd:" + datagrams, "fifo:" + json, "ctlfifo:" + lines);
    }

    /// This project's server has FIFOs of either kind: one is tried as `ctl`'s first.
    @Test
    void aFifoOfAnotherServer() throws Exception {
        Path own = fifo("run/wirechief/fifo");

        assertThat(find()).containsExactly("ctlfifo:" + own);
    }

    /// `/var/run` is `/run` on most hosts.
    @Test
    void aDoorWithTwoNamesIsFoundOnce() throws Exception {
        Path socket = socket("run/kamailio/kamailio_ctl");
        Files.createDirectory(root.resolve("var"));
        Files.createSymbolicLink(root.resolve("var/run"), Path.of("../run"));

        assertThat(find()).containsExactly("unixs:" + socket.toRealPath());
    }

    @Test
    void thoseOfTheUserWhoLooks() throws Exception {
        Path socket = socket("run/user/1000/wirechief/ctl");
        var doors = new HostDoors(root, new KernelSockets(List.of(), List.of()));

        assertThat(doors.find(Map.of("XDG_RUNTIME_DIR", root + "/run/user/1000")))
                .containsExactly("unixs:" + socket);
        assertThat(doors.find(Map.of("XDG_RUNTIME_DIR", ""))).isEmpty();
    }

    @Test
    void openSocketsElsewhereWhoseNamesTell() throws Exception {
        Path stream = socket("srv/kamailio.sock");
        Path datagrams = socket("srv/opensips.sock");
        Path connected = socket("srv/kamailio.connected");
        Path other = socket("srv/database.sock");

        assertThat(find(
                        new KernelSockets.Unix(stream.toString(), true, true, 1),
                        new KernelSockets.Unix(datagrams.toString(), false, false, 2),
                        new KernelSockets.Unix(connected.toString(), true, false, 3),
                        new KernelSockets.Unix(other.toString(), true, true, 4),
                        new KernelSockets.Unix(root + "/srv/kamailio.removed", true, true, 5)))
                .containsExactly("unixs:" + stream, "unixd:" + datagrams);
    }

    @Test
    void thePortOfCtl() {
        var inet = List.of(
                new KernelSockets.Inet(true, "0100007F", 2049),
                new KernelSockets.Inet(false, "00000000", 2049),
                new KernelSockets.Inet(true, "00000000", 80));

        assertThat(new HostDoors(root, new KernelSockets(List.of(), inet)).find(Map.of()))
                .containsExactly("tcp:127.0.0.1:2049", "udp:127.0.0.1:2049");
    }

    @Test
    void anEmptyHostHasNone() {
        assertThat(find()).isEmpty();
    }
}
