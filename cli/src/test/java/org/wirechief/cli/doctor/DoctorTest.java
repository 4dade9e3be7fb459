package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.ConnectOptions;

/// What the doctor finds on the way to a door, before it asks anything there.
class DoctorTest {
    private static final KernelSockets NO_SOCKETS = new KernelSockets(List.of(), List.of());

    private static final String LOOPBACK = "0100007F";
    private static final ConnectOptions BRIEF = ConnectOptions.DEFAULTS.withDeadline(Duration.ofMillis(200));

    @TempDir
    Path folder;

    // Somebody who owns none of the files that this test makes.
    private final Self stranger = new Self(54321, Set.of(54321), "op");

    @Test
    void aPathThatIsNotThereIsTraced() throws Exception {
        Path missing = folder.resolve("no/such/ctl");

        Examination examination = doctor(stranger, NO_SOCKETS).examine("unixs:" + missing);

        open(folder);
        assertThat(examination.exit()).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(doctor(self(), NO_SOCKETS).examine("unixs:" + missing).text())
                .contains("bad   there is no directory " + folder.resolve("no"))
                .contains("mend: systemctl status");
    }

    @Test
    void aRegularFileIsNoDoor() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(doctor(self(), NO_SOCKETS).examine(file.toString()).text())
                .contains("bad   no server can be called through a regular file");
    }

    /// One of them would keep all others from being found.
    @Test
    void aDoorThatNoCallCanNameIsBadByItself() throws Exception {
        Examination found = doctor(self(), NO_SOCKETS)
                .examineFound(Door.of("unixs:/run/kamailio/a:b"))
                .orElseThrow();

        assertThat(found.exit()).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(found.text()).contains("bad   bad address \"unixs:/run/kamailio/a:b\"", "mend: ");
    }

    @Test
    void namesOfFilesCannotSteerTheTerminal() throws Exception {
        Examination examination = doctor(self(), NO_SOCKETS).examine("unixs:/run/kamailio/x\u001b[2J\nok");

        assertThat(examination.text()).doesNotContain("\u001b").startsWith("unixs:/run/kamailio/x\\u001b[2J\\nok\n");
    }

    @Test
    void aClosedDirectoryIsNamed() throws Exception {
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        open(folder);

        String text = doctor(stranger, NO_SOCKETS)
                .examine("unixs:" + closed.resolve("ctl"))
                .text();

        assertThat(text)
                .contains("bad   " + closed + " may not be entered by uid 54321 (op): owner ")
                .contains("mend: sudo chmod o+x " + closed)
                .contains("or: sudo usermod -aG ");
    }

    @Test
    void aSocketThatOnlyItsOwnerMayUse() throws Exception {
        Path socket = folder.resolve("ctl");
        try (var _ = listening(socket)) {
            mode(socket, "rw-------");
            open(folder);

            Examination examination = doctor(stranger, KernelSockets.read()).examine("unixs:" + socket);

            assertThat(examination.exit()).isEqualTo(ExitCode.CANNOT_CONNECT);
            assertThat(examination.text())
                    .contains("bad   you, uid 54321 (op), may not call: owner ")
                    .contains("mode 0600")
                    .contains("or: in the server's configuration: mode 0660 and a group of yours")
                    .doesNotContain("usermod");
        }
    }

    @Test
    void aSocketThatAGroupMayUse() throws Exception {
        Path socket = folder.resolve("ctl");
        try (var _ = listening(socket)) {
            mode(socket, "rw-rw----");
            open(folder);

            assertThat(doctor(stranger, KernelSockets.read())
                            .examine("unixs:" + socket)
                            .text())
                    .contains("mend: sudo usermod -aG ")
                    .contains("sudo -u ");
        }
    }

    @Test
    void aStreamIsNotCalledInDatagrams() throws Exception {
        Path socket = folder.resolve("ctl");
        try (var _ = listening(socket)) {
            assertThat(doctor(self(), KernelSockets.read())
                            .examine("unixd:" + socket)
                            .text())
                    .contains("bad   it is a stream socket, not one of datagrams")
                    .contains("mend: chief doctor unixs:" + socket);
        }
    }

    @Test
    void aSocketThatNobodyServesAnyMore() throws Exception {
        Path socket = folder.resolve("ctl");
        listening(socket).close();

        Examination examination = doctor(self(), KernelSockets.read()).examine("unixs:" + socket);

        assertThat(examination.exit()).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(examination.text()).contains("ok    you, uid").contains("nobody answers there");
        assertThat(examination.text()).contains("mend: systemctl status").contains("or: chief doctor   ");
    }

    @Test
    void theServerOfAFileThatIsLeftBehindIsNamed() throws Exception {
        Path socket = folder.resolve("kamailio_ctl");
        listening(socket).close();

        assertThat(doctor(self(), KernelSockets.read())
                        .examine("unixs:" + socket)
                        .text())
                .contains("mend: systemctl restart kamailio\n");
    }

    /// The kernel's list has another name of it.
    @Test
    void aSocketThatWasMovedIsNotCalledInDatagramsEither() throws Exception {
        Path socket = folder.resolve("ctl");
        try (var _ = listening(folder.resolve("staged"))) {
            Files.move(folder.resolve("staged"), socket);

            assertThat(doctor(self(), KernelSockets.read())
                            .examine("unixd:" + socket)
                            .text())
                    .contains("bad   it is a stream socket, not one of datagrams");
        }
    }

    @Test
    void aFileInThePlaceOfADirectory() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(doctor(self(), NO_SOCKETS).examine(file + "/ctl").text())
                .contains("bad   " + file + " is a regular file, not a directory: is the path right?")
                .contains("mend: chief doctor   ");
    }

    @Test
    void whatIsBadHasARemedy() {
        assertThatThrownBy(() -> Finding.bad("it is broken", List.of())).hasMessageContaining("it is broken");
    }

    /// One socket on loopback does not hide another that takes the call.
    @Test
    void twoServersOnOnePort() throws Exception {
        InetAddress own = InetAddress.getByAddress(new byte[] {(byte) 192, (byte) 168, 1, 1});
        var loopback = new KernelSockets.Inet(true, LOOPBACK, 2049, 1);
        var everywhere = new KernelSockets.Inet(true, "00000000", 2049, 2);
        var there = new KernelSockets.Inet(true, "0101A8C0", 2049, 3);

        assertThat(loopback.takes(own)).isFalse();
        assertThat(loopback.takes(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(List.of(everywhere, there)).allMatch(socket -> socket.takes(own));

        // 127.0.0.2 is this machine's too, and nobody waits there but who waits everywhere
        String address = "tcp:127.0.0.2:2049";
        var doctor = new Doctor(self(), new KernelSockets(List.of(), List.of(loopback, everywhere)), BRIEF);
        assertThat(doctor.examine(address).text()).contains("ok    a server waits on TCP port 2049");

        doctor = new Doctor(self(), new KernelSockets(List.of(), List.of(loopback, there)), BRIEF);
        assertThat(doctor.examine(address).text())
                .contains("bad   on TCP port 2049 a server waits at another address only:"
                        + " tcp:127.0.0.1:2049, tcp:192.168.1.1:2049")
                .contains("mend: chief doctor tcp:127.0.0.1:2049")
                .contains("or: chief doctor tcp:192.168.1.1:2049");
    }

    @Test
    void addressesAsTheKernelWritesThem() {
        assertThat(new KernelSockets.Inet(true, "0000000000000000FFFF00000100007F", 1, 1).door())
                .isEqualTo("tcp:127.0.0.1:1");
        assertThat(new KernelSockets.Inet(false, "B80D0120000000000000000001000000", 1, 1).door())
                .isEqualTo("udp:[2001:db8:0:0:0:0:0:1]:1");
    }

    @Test
    void anotherProtocolOnTheSamePort() throws Exception {
        var onTcp = new KernelSockets(List.of(), List.of(new KernelSockets.Inet(true, LOOPBACK, 2049, 1)));

        assertThat(doctor(self(), onTcp).examine("udp:127.0.0.1:2049").text())
                .contains("bad   nobody waits on UDP port 2049, but somebody does on TCP")
                .contains("mend: chief doctor tcp:127.0.0.1:2049");
    }

    @Test
    void whatIsNoAddressIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> doctor(self(), NO_SOCKETS).examine("tcp:127.0.0.1:70000"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("70000");
    }

    @Test
    void aPathOfMiMayBeThatOfAFifo() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();

        for (String node : List.of("mi:" + fifo, "mi:json:" + fifo, "fifo:" + fifo)) {
            Examination examination = doctor(self(), NO_SOCKETS).examine(node);

            assertThat(examination.exit()).isEqualTo(ExitCode.CANNOT_CONNECT);
            assertThat(examination.text())
                    .contains("ok    " + fifo + " is a FIFO: owner ")
                    .contains("ok    answers can come through " + folder)
                    .contains("bad   no server reads the FIFO " + fifo);
        }
    }

    @Test
    void aFifoThroughWhichNoAnswerComes() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        var connecting =
                ConnectOptions.DEFAULTS.withDeadline(Duration.ofMillis(200)).withReplyDirectory(folder);
        var doctor = new Doctor(self(), NO_SOCKETS, connecting);
        try (var _ = new RandomAccessFile(fifo.toFile(), "rw")) {
            for (String node : List.of("mi:" + fifo, "MI:JSON:" + fifo, "FIFO:" + fifo)) {
                Examination examination = doctor.examine(node);

                assertThat(examination.exit()).isEqualTo(ExitCode.TIMEOUT);
                assertThat(examination.text())
                        .contains("mend: modparam(\"mi_fifo\", \"reply_dir\", \"DIR/\")")
                        .contains("or: chief doctor ctlfifo:" + fifo + "   (if the server is a Kamailio)");
            }
            assertThat(doctor.examine("ctlfifo:" + fifo).text())
                    .contains("mend: chief doctor fifo:" + fifo + "   (if the server is an OpenSIPS)");
        }
    }

    /// Which language it speaks cannot be known: neither is named as the one that does not answer.
    @Test
    void aFifoThatWasFoundAndAnswersInNoLanguage() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Door door = Door.of("ctlfifo:" + fifo, "fifo:" + fifo);
        try (var _ = new RandomAccessFile(fifo.toFile(), "rw")) {
            var there = BRIEF.withReplyDirectory(folder);
            Examination examination =
                    new Doctor(self(), NO_SOCKETS, there).examineFound(door).orElseThrow();

            assertThat(examination.exit()).isEqualTo(ExitCode.TIMEOUT);
            assertThat(examination.text())
                    .startsWith(fifo + "\n  ok    " + fifo + " is a FIFO: owner ")
                    .containsOnlyOnce(" is a FIFO: owner ")
                    .contains("ok    answers can come through " + folder)
                    .containsOnlyOnce("bad  ")
                    .contains("bad   nothing answers within 200 ms, called as ctlfifo:" + fifo + " or fifo:" + fifo)
                    .contains("mend: chief doctor --reply-dir DIR fifo:" + fifo + "   (DIR: the reply_dir of")
                    .contains("or: journalctl -n 50 -u kamailio -u opensips -u wirechief   (is it busy?");

            var nowhere = BRIEF.withReplyDirectory(folder.resolve("none"));
            assertThat(new Doctor(self(), NO_SOCKETS, nowhere)
                            .examineFound(door)
                            .orElseThrow()
                            .text())
                    .contains("bad   the reply directory " + folder.resolve("none") + " is not there")
                    .contains("bad   nothing answers within 200 ms, called as ctlfifo:" + fifo + "\n");
        }
    }

    @Test
    void datagramsThatAreAnsweredInNoLanguage() throws Exception {
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String place = "127.0.0.1:" + silent.getLocalPort();
            Door door = Door.of("udp:" + place, "mi:udp:" + place);

            Examination examination = new Doctor(self(), KernelSockets.read(), BRIEF)
                    .examineFound(door)
                    .orElseThrow();

            assertThat(examination.exit()).isEqualTo(ExitCode.TIMEOUT);
            assertThat(examination.text())
                    .startsWith(place + "\n")
                    .contains("nothing answers within 200 ms, called as udp:" + place + " or mi:udp:" + place)
                    .doesNotContain("--reply-dir");
        }
    }

    private static Self self() throws IOException {
        return Self.read();
    }

    private Doctor doctor(Self self, KernelSockets sockets) {
        ConnectOptions connecting =
                ConnectOptions.DEFAULTS.withDeadline(Duration.ofSeconds(10)).withReplyDirectory(folder);
        return new Doctor(self, sockets, connecting);
    }

    private static ServerSocketChannel listening(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        return channel;
    }

    private static void mode(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    // JUnit's folders are private to this user.
    private static void open(Path directory) throws IOException {
        mode(directory, "rwxr-xr-x");
    }
}
