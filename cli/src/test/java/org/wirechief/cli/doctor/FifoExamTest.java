package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.cli.command.ExitCode;

class FifoExamTest {
    @TempDir
    Path folder;

    private final Examination examination = new Examination("fifo:x");

    @Test
    void aFifoThatNobodyReads() throws Exception {
        Path fifo = fifo("rw-rw-rw-");

        look(Self.read(), fifo, folder);

        assertThat(examination.exit()).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(examination.text()).contains("bad   no server reads the FIFO " + fifo + "; start it");
        assertThat(examination.text()).contains("ok    answers can come through " + folder);
    }

    @Test
    void aRegularFileInItsPlace() throws Exception {
        look(Self.read(), Files.writeString(folder.resolve("fifo"), ""), folder);

        assertThat(examination.text())
                .contains("bad   a server that reads a FIFO would have made one there, and this is a regular file");
    }

    @Test
    void aStrangerWhoMayNotWrite() throws Exception {
        Path fifo = fifo("rw-------");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        look(new Self(54321, Set.of(54321), "op"), fifo, folder);

        assertThat(examination.text()).contains("bad   you, uid 54321 (op), may not call");
    }

    @Test
    void aReplyDirectoryThatIsNotThere() throws Exception {
        look(Self.read(), fifo("rw-rw-rw-"), folder.resolve("none"));

        assertThat(examination.text())
                .contains("bad   the reply directory " + folder.resolve("none") + " is not there");
    }

    @Test
    void aFifoOfSomebodyElseInAStickyDirectory() throws Exception {
        Path fifo = fifo("rw-rw-rw-");
        assertThat(exit("chmod", "1777", folder.toString())).isZero();
        assumeTrue(exit("chown", "65534", fifo.toString()) == 0, "only root can give a FIFO away");
        Path on = Files.writeString(folder.resolve("on"), "1\n");
        Path off = Files.writeString(folder.resolve("off"), "0\n");

        new FifoExam(examination, new Self(54321, Set.of(54321), "op"), on).look(fifo, folder);
        var without = new Examination("fifo:x");
        new FifoExam(without, new Self(54321, Set.of(54321), "op"), off).look(fifo, folder);

        assertThat(examination.text())
                .contains(folder + " is sticky and fs.protected_fifos is 1")
                .contains("shells and opensips-cli open the FIFO as only nobody may; chief does not")
                .contains("note  " + folder)
                .contains("sudo sysctl fs.protected_fifos=0");
        assertThat(without.text()).doesNotContain("sticky");
    }

    @Test
    void aReplyDirectoryThatTheServerMayNotEnter() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assumeTrue(Self.read().isRoot(), "only root can run a server as somebody else");
        Process server = new ProcessBuilder(
                        "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sleep", "600")
                .start();
        try {
            var process = new ServerProcess(server.pid(), "opensips", List.of(), Set.of());
            until(() -> process.user().uid() == 65534);

            new ReplyDirectoryExam(examination, Self.read()).look(closed, Optional.of(process));

            assertThat(examination.text())
                    .contains("ok    answers can come through " + closed)
                    .contains("bad   process " + server.pid() + ", uid 65534 (nobody), may not enter " + closed)
                    .contains("mend: sudo chmod o+x " + closed);
        } finally {
            server.destroy();
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.sleep(10);
        }
    }

    @Test
    void whoReadsIt() throws Exception {
        Path fifo = fifo("rw-rw-rw-");
        Process server = new ProcessBuilder("sh", "-c", "sleep 600 <> " + fifo).start();
        try {
            until(() -> ServerProcess.all().anyMatch(process -> process.reads(fifo)));
            look(Self.read(), fifo, folder);
            assertThat(examination.text()).containsPattern("ok    process \\d+ reads it");
            assertThat(examination.isHopeless()).isFalse();
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
        }
    }

    /// As from inside a container, where the server's process is not to be seen: this process is
    /// left out of those that are looked at.
    @Test
    void aReaderThatCannotBeSeen() throws Exception {
        Path fifo = fifo("rw-rw-rw-");
        try (var _ = new RandomAccessFile(fifo.toFile(), "rw")) {
            look(Self.read(), fifo, folder);
        }
        assertThat(examination.text()).contains("ok    a process that cannot be seen reads it");
        assertThat(examination.isHopeless()).isFalse();
    }

    @Test
    void aWriterIsNoReader() throws Exception {
        Path fifo = fifo("rw-rw-rw-");
        Process writer;
        try (var _ = new RandomAccessFile(fifo.toFile(), "rw")) {
            writer = new ProcessBuilder("sh", "-c", "exec sleep 600 > " + fifo).start();
            until(() -> Files.isSameFile(Path.of("/proc/" + writer.pid() + "/fd/1"), fifo));
        }
        try {
            look(Self.read(), fifo, folder);
            assertThat(ServerProcess.all().anyMatch(process -> process.reads(fifo)))
                    .isFalse();
            assertThat(examination.text()).contains("bad   no server reads the FIFO " + fifo);
        } finally {
            writer.destroy();
        }
    }

    private void look(Self self, Path fifo, Path replies) {
        new FifoExam(examination, self).look(fifo, replies);
    }

    private static int exit(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).start().waitFor();
    }

    private Path fifo(String permissions) throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Files.setPosixFilePermissions(fifo, PosixFilePermissions.fromString(permissions));
        return fifo;
    }
}
