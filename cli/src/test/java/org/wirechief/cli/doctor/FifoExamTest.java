package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifoExamTest {
    @TempDir
    Path folder;

    private final Examination examination = new Examination("fifo:x");

    @Test
    void aFifoThatNobodyReads() throws Exception {
        Path fifo = fifo("rw-rw-rw-");

        look(Self.read(), fifo, folder);

        // Root can tell; others are told to ask root.
        assertThat(examination.text()).containsPattern("no process has it open|only root can see");
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

    private void look(Self self, Path fifo, Path replies) {
        new FifoExam(examination, self).look(fifo, replies);
    }

    private Path fifo(String permissions) throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Files.setPosixFilePermissions(fifo, PosixFilePermissions.fromString(permissions));
        return fifo;
    }
}
