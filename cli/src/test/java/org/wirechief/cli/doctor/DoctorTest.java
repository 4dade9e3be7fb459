package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
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
    }

    @Test
    void anotherProtocolOnTheSamePort() throws Exception {
        var onTcp = new KernelSockets(List.of(), List.of(new KernelSockets.Inet(true, "0100007F", 2049)));

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
            assertThat(doctor.examineFound("ctlfifo:" + fifo).text())
                    .startsWith("ctlfifo:")
                    .contains("mend: chief doctor fifo:" + fifo + "   (if the server is an OpenSIPS)");
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
