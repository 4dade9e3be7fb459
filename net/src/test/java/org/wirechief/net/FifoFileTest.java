package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to the path of a FIFO, and to what is there already.
final class FifoFileTest {

    @ParameterizedTest
    @ValueSource(ints = {0600, 0660, 0666, 0622, 0200})
    void appearsWithItsMode(int mode) throws Exception {
        try (var door = FifoDoor.open(FileAccess.ofMode(mode))) {
            assertThat(Files.getAttribute(door.path, "unix:mode")).isEqualTo(0010000 | mode);
            try (var names = Files.list(door.directory)) {
                assertThat(names).containsExactly(door.path);
            }
        }
    }

    @Test
    void appearsWithItsOwner() throws Exception {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
        try (var door = FifoDoor.open(new FileAccess(0660, "1", "2"))) {
            assertThat(Files.getAttribute(door.path, "unix:uid")).isEqualTo(1);
            assertThat(Files.getAttribute(door.path, "unix:gid")).isEqualTo(2);
            Files.setAttribute(door.path, "unix:uid", 3);
            Waiting.until(() -> door.counters.fifos.recreated.sum() == 1);

            assertThat(Files.getAttribute(door.path, "unix:uid")).isEqualTo(1);
        }
    }

    @Test
    void comesBackWhenItIsRemoved() throws Exception {
        try (var door = FifoDoor.open(FileAccess.ofMode(0640))) {
            for (int i = 1; i <= 5; i++) {
                int times = i;
                Files.delete(door.path);
                Waiting.until(() -> door.counters.fifos.recreated.sum() == times && Files.exists(door.path));
                FutureTask<String> reply = door.reader("r" + i);
                door.write("r" + i + " back\n");

                assertThat(FifoDoor.get(reply)).isEqualTo("back");
                assertThat(Files.getAttribute(door.path, "unix:mode")).isEqualTo(0010640);
            }
        }
    }

    @Test
    void comesBackWhenItIsMovedAway() throws Exception {
        try (var door = FifoDoor.open()) {
            Files.move(door.path, door.directory.resolve("elsewhere"));
            Waiting.until(() -> Files.exists(door.path));
            FutureTask<String> reply = door.reader("r");
            door.write("r back\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("back");
        }
    }

    @Test
    void takesThePlaceOfADeadFifoThatWasPutThere() throws Exception {
        try (var door = FifoDoor.open()) {
            Path other = door.makeFifo("other");
            Files.move(other, door.path, StandardCopyOption.ATOMIC_MOVE);
            assertComesBack(door);
        }
    }

    @Test
    void aFileInItsPlaceIsLeftAloneAndWaitedFor() throws Exception {
        try (var door = FifoDoor.open()) {
            Path file = Files.writeString(door.directory.resolve("file"), "as it was");
            Files.move(file, door.path, StandardCopyOption.ATOMIC_MOVE);
            Waiting.until(() -> door.counters.fifos.recreateErrors.sum() >= 1);
            assertThat(door.path).hasContent("as it was");
            Files.delete(door.path);
            assertComesBack(door);
        }
    }

    @Test
    void aLinkInItsPlaceIsLeftAloneAndWaitedFor() throws Exception {
        try (var door = FifoDoor.open()) {
            Path elsewhere = door.makeFifo("elsewhere");
            Path link = Files.createSymbolicLink(door.directory.resolve("link"), elsewhere);
            Files.move(link, door.path, StandardCopyOption.ATOMIC_MOVE);
            Waiting.until(() -> door.counters.fifos.recreateErrors.sum() >= 1);
            assertThat(door.path).isSymbolicLink();
            Files.delete(door.path);

            assertComesBack(door);
            assertThat(elsewhere).exists();
        }
    }

    @Test
    void aFifoInItsPlaceThatSomebodyReadsIsLeftAloneAndWaitedFor() throws Exception {
        try (var door = FifoDoor.open()) {
            Path others = door.makeFifo("others");
            Object inode = Files.getAttribute(others, "unix:ino");
            // open for both, which waits for nobody
            try (var _ = new RandomAccessFile(others.toFile(), "rw")) {
                Files.move(others, door.path, StandardCopyOption.ATOMIC_MOVE);
                Waiting.until(() -> door.counters.fifos.recreateErrors.sum() >= 1);
                assertThat(Files.getAttribute(door.path, "unix:ino")).isEqualTo(inode);
                Files.delete(door.path);

                assertComesBack(door);
            }
        }
    }

    private static void assertComesBack(FifoDoor door) throws Exception {
        Waiting.until(() -> door.counters.fifos.recreated.sum() == 1);
        FutureTask<String> reply = door.reader("r");
        door.write("r back\n");

        assertThat(FifoDoor.get(reply)).isEqualTo("back");
    }

    @Test
    void isMadeAnewOnDemandAndTheOldOneIsStillRead() throws Exception {
        try (var door = FifoDoor.open();
                OutputStream before = Files.newOutputStream(door.path, StandardOpenOption.WRITE)) {
            Object inode = Files.getAttribute(door.path, "unix:ino");
            door.listener.reopen();
            Waiting.until(() -> door.counters.fifos.recreated.sum() == 1);
            assertThat(Files.getAttribute(door.path, "unix:ino")).isNotEqualTo(inode);
            FutureTask<String> a = door.reader("a");
            FutureTask<String> b = door.reader("b");
            before.write("a old\n".getBytes(StandardCharsets.UTF_8));
            before.flush();
            door.write("b new\n");

            assertThat(FifoDoor.get(a)).isEqualTo("old");
            assertThat(FifoDoor.get(b)).isEqualTo("new");
        }
    }

    @Test
    void comesBackWhenADirectoryAboveItIsMovedAway() throws Exception {
        var limits = FifoLimits.DEFAULT.withCheckEvery(Duration.ofDays(1));
        try (var door = FifoDoor.open(limits)) {
            LocalPath.require(door.directory);
            Path elsewhere = door.directory.resolveSibling(door.directory.getFileName() + "-moved");
            Files.move(door.directory, elsewhere);
            Files.createDirectory(door.directory);
            Waiting.until(() -> Files.exists(door.path));
            FutureTask<String> reply = door.reader("r");
            door.write("r back\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("back");
            Files.delete(elsewhere.resolve("fifo"));
            Files.delete(elsewhere);
        }
    }

    @Test
    void isCheckedNowAndThenWhereNothingIsTold() throws Exception {
        Path links = Door.freshDirectory();
        Path link = Files.createSymbolicLink(links.resolve("link"), Files.createDirectory(links.resolve("before")));
        Path other = Files.createSymbolicLink(links.resolve("other"), Files.createDirectory(links.resolve("now")));
        var limits = FifoLimits.DEFAULT.withCheckEvery(Duration.ofMillis(20));
        try (var door = FifoDoor.open(link.resolve("fifo"), limits)) {
            Files.move(other, link, StandardCopyOption.ATOMIC_MOVE);
            Waiting.until(() -> Files.exists(door.path));
            FutureTask<String> reply = door.reader("r");
            door.write("r back\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("back");
        }
    }

    @Test
    void isRemovedAtTheEndIfItIsStillOurs() throws Exception {
        var door = FifoDoor.open();
        door.close();
        assertThat(Files.exists(door.path)).isFalse();

        var replaced = FifoDoor.open();
        replaced.listener.stopReceiving();
        Files.writeString(replaced.path, "another's");
        replaced.close();
        assertThat(replaced.path).hasContent("another's");
    }

    @Test
    void aFifoSomebodyReadsIsNotTaken() throws Exception {
        try (var door = FifoDoor.open()) {
            assertThatThrownBy(() -> FifoDoor.silent(door.path))
                    .isInstanceOf(BindException.class)
                    .hasMessage("cannot bind fifo:" + door.path
                            + ": somebody reads the FIFO there; stop that server or choose another path");
            FutureTask<String> reply = door.reader("r");
            door.write("r still here\n");

            assertThat(FifoDoor.get(reply)).isEqualTo("still here");
        }
    }

    @Test
    void whatIsNoFifoIsNotRemoved() throws Exception {
        Path file = Files.writeString(Door.freshDirectory().resolve("file"), "as it was");

        assertThatThrownBy(() -> FifoDoor.silent(file))
                .isInstanceOf(BindException.class)
                .hasMessage("cannot bind fifo:" + file + ": " + file
                        + " is a regular file, not a FIFO; remove it yourself if it may go");
        assertThat(file).hasContent("as it was");
    }

    @Test
    void aDeadServersFifoIsReplaced() throws Exception {
        Path fifo = FifoDoor.makeFifo(Door.freshDirectory().resolve("fifo"));
        Object inode = Files.getAttribute(fifo, "unix:ino");
        try (var listener = FifoDoor.silent(fifo)) {
            assertThat(Files.getAttribute(fifo, "unix:ino")).isNotEqualTo(inode);
            assertThat(listener.threadId()).isPositive();
        }
    }

    @Test
    void aDirectoryThatIsMissingIsNamed() {
        assertThatThrownBy(() -> FifoDoor.silent(Path.of("/no/such/fifo")))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("cannot bind fifo:/no/such/fifo: there is no directory /no/such");
    }

    @Test
    void halfARequestIsNotLostWithItsFifo() throws Exception {
        var limits = FifoLimits.DEFAULT.withTimeouts(
                Duration.ofMinutes(10), FifoLimits.DEFAULT.openTimeout(), FifoLimits.DEFAULT.replyTimeout());
        try (var door = FifoDoor.open(limits)) {
            door.write("half");
            Waiting.until(() -> door.counters.bytesIn.sum() == 4);
            for (int i = 1; door.unfinished.isEmpty(); i++) {
                int times = i;
                door.listener.reopen();
                Waiting.until(() -> door.counters.fifos.recreated.sum() == times);
            }

            assertThat(door.unfinished).containsExactly("expired half");
        }
    }

    @Test
    void aStickyDirectoryIsWarnedOf() throws Exception {
        Path directory = Door.freshDirectory();
        var address = Address.fifo(directory.resolve("fifo").toString());
        assertThat(StickyDirectory.warningFor(address, () -> fail("looked up in vain")))
                .isEmpty();
        Files.setAttribute(directory, "unix:mode", 01777);

        assertThat(StickyDirectory.warningFor(address, () -> "1"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(directory.toString(), "fs.protected_fifos = 1", "give it a directory of its own"));
        assertThat(StickyDirectory.warningFor(address, () -> "0")).isEmpty();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
