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
import java.util.Set;
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
        return find(new HostDoors(root, new KernelSockets(List.of(sockets), List.of())), Map.of());
    }

    private static List<String> find(HostDoors host, Map<String, String> environment) {
        return host.find(environment).stream().map(Door::address).toList();
    }

    @Test
    void wherePackagesPutThem() throws Exception {
        Path stream = socket("run/kamailio/kamailio_ctl");
        Path datagrams = socket("run/opensips/mi.sock");
        Path lines = fifo("tmp/kamailio_fifo");
        Path json = fifo("run/opensips/opensips_fifo");
        Files.writeString(root.resolve("run/kamailio/kamailio.pid"), "1");

        assertThat(find(new KernelSockets.Unix(datagrams.toString(), false, false, 1)))
                .containsExactly("unixs:" + stream, "mi:" + datagrams, "fifo:" + json, "ctlfifo:" + lines);
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

        assertThat(find(doors, Map.of("XDG_RUNTIME_DIR", root + "/run/user/1000")))
                .containsExactly("unixs:" + socket);
        assertThat(find(doors, Map.of("XDG_RUNTIME_DIR", ""))).isEmpty();
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
                .containsExactly("unixs:" + stream, "mi:" + datagrams);
    }

    @Test
    void thePortOfCtl() {
        var inet = List.of(
                new KernelSockets.Inet(true, "0100007F", 2049, 1),
                new KernelSockets.Inet(false, "00000000", 2049, 2),
                new KernelSockets.Inet(true, "00000000", 80, 3));

        assertThat(find(new HostDoors(root, new KernelSockets(List.of(), inet)), Map.of()))
                .containsExactly("tcp:127.0.0.1:2049", "udp:127.0.0.1:2049");
    }

    /// As this project's server does it: bound beside its place and moved there, the list has the
    /// first name.
    @Test
    void socketsThatWereMovedToTheirPlace() throws Exception {
        Path staged = socket("tmp/x/.q3bo/s");
        Path moved = Files.move(staged, root.resolve("tmp/x/ctl"));
        Path stale = socket("tmp/x/stale");
        open.removeLast().close();
        Path other = socket("tmp/x/other");

        assertThat(find(
                        new KernelSockets.Unix(staged.toString(), true, true, 1),
                        new KernelSockets.Unix(other.toString(), true, true, 2)))
                .containsExactly("unixs:" + moved);
        assertThat(stale).exists();
    }

    private static List<ServerProcess> processes() {
        return List.of(
                new ServerProcess(
                        1,
                        "java -m org.wirechief.app/org.wirechief.app.Main serve",
                        List.of(),
                        Set.of(1L, 2L, 10L, 11L, 12L)),
                new ServerProcess(
                        2, "/usr/sbin/kamailio -f /etc/kamailio/kamailio.cfg", List.of(), Set.of(20L, 21L, 22L)),
                new ServerProcess(3, "/usr/sbin/opensips -F", List.of(), Set.of(3L, 30L)),
                new ServerProcess(4, "vi /etc/kamailio/kamailio.cfg", List.of(), Set.of(4L, 40L)));
    }

    /// Whatever its name is.
    @Test
    void whatAServerProcessHasOpen() throws Exception {
        Path stream = socket("srv/a");
        Path datagrams = socket("srv/b");
        Path openSips = socket("srv/c");
        Path strangers = socket("srv/d");
        var sockets = new KernelSockets(
                List.of(
                        new KernelSockets.Unix(stream.toString(), true, true, 1),
                        new KernelSockets.Unix(datagrams.toString(), false, false, 2),
                        new KernelSockets.Unix(openSips.toString(), false, false, 3),
                        new KernelSockets.Unix(strangers.toString(), true, true, 4)),
                List.of(
                        new KernelSockets.Inet(true, "00000000", 3000, 10),
                        new KernelSockets.Inet(false, "0101A8C0", 3001, 11),
                        new KernelSockets.Inet(true, "00000000000000000000000000000000", 3002, 12),
                        new KernelSockets.Inet(true, "0100007F", 3003, 20),
                        new KernelSockets.Inet(false, "0100007F", 5060, 21),
                        new KernelSockets.Inet(true, "00000000", 3004, 22),
                        new KernelSockets.Inet(false, "0100007F", 3005, 30),
                        new KernelSockets.Inet(true, "0100007F", 3006, 40)));
        List<Door> doors = new HostDoors(root, sockets, processes()).find(Map.of());

        assertThat(doors)
                .containsExactly(
                        Door.of("unixs:" + stream),
                        Door.of("unixd:" + datagrams, "mi:" + datagrams),
                        Door.of("mi:" + openSips),
                        new Door("tcp:127.0.0.1:3000", List.of(), true),
                        new Door("udp:192.168.1.1:3001", List.of("mi:udp:192.168.1.1:3001"), true),
                        new Door("tcp:[::1]:3002", List.of(), true),
                        new Door("tcp:127.0.0.1:3003", List.of(), true),
                        new Door("mi:udp:127.0.0.1:3005", List.of(), true));
    }

    /// A process of this host, as the kernel shows it.
    @Test
    void aProcessIsFoundByItsSockets() throws Exception {
        Path socket = socket("srv/a");
        long inode = KernelSockets.read().at(socket).getFirst().inode();

        assertThat(ServerProcess.of(ProcessHandle.current().pid(), "").sockets())
                .contains(inode);
    }

    @Test
    void anEmptyHostHasNone() {
        assertThat(find()).isEmpty();
    }
}
