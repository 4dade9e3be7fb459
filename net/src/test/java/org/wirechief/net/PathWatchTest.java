package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.PollSet;

final class PathWatchTest {
    private static final int AT_ONCE = 0;
    private static final int LONG = 60_000;

    /// Somebody may mount something elsewhere on this machine meanwhile, which is told.
    private static final int TRIES = 20;

    private final Path directory = Door.freshDirectory();
    private final Libc libc = Libc.shared();
    private final PollSet set = new PollSet(libc, 4);

    @AfterEach
    void close() {
        libc.close();
    }

    private Path file(Path at) throws IOException {
        Files.createDirectories(at.getParent());
        return Files.createFile(at);
    }

    private boolean hasTold(PathWatch watch, int millis) throws IOException {
        set.clear();
        watch.addTo(set);
        return set.poll(millis) && watch.hasTold(set);
    }

    private boolean fallsSilent(PathWatch watch) throws IOException {
        int tries = 0;
        while (tries < TRIES && hasTold(watch, AT_ONCE)) {
            tries++;
        }
        return tries < TRIES;
    }

    @Test
    void tellsOnceOfEachMoveAboveThePath() throws Exception {
        LocalPath.require(directory);
        Path file = file(directory.resolve("a/b/c/file"));
        var watch = new PathWatch(libc, file);
        assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.EVERYTHING);
        assertThat(fallsSilent(watch)).isTrue();
        for (String moved : new String[] {"a/b/c", "a/b", "a"}) {
            Path aside = directory.resolve("aside");
            Files.move(directory.resolve(moved), aside);
            assertThat(hasTold(watch, LONG)).as(moved).isTrue();
            assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.NOTHING);
            Files.move(aside, directory.resolve(moved));

            assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.EVERYTHING);
            assertThat(fallsSilent(watch)).isTrue();
        }
        watch.close(libc);
    }

    @Test
    void whatOthersDoInItsDirectoriesIsNotTold() throws Exception {
        LocalPath.require(directory);
        Path file = file(directory.resolve("a/file"));
        var watch = new PathWatch(libc, file);
        int tries = 0;
        do {
            assertThat(++tries).as("tries").isLessThan(TRIES);
            assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.EVERYTHING);
            assertThat(fallsSilent(watch)).isTrue();
            doMuchIn(directory);
            doMuchIn(directory.resolve("a"));
        } while (hasTold(watch, AT_ONCE));
        watch.close(libc);
    }

    private void doMuchIn(Path where) throws IOException {
        Path child = Files.createDirectory(where.resolve("directory"));
        Path moved = Files.move(file(where.resolve("other")), child.resolve("another"));
        for (Path changed : List.of(child, Files.createFile(where.resolve("third")))) {
            Files.setLastModifiedTime(changed, FileTime.fromMillis(0));
            Files.setPosixFilePermissions(changed, PosixFilePermissions.fromString("rwx------"));
        }
        Files.delete(moved);
        Files.delete(child);
        Files.delete(where.resolve("third"));
    }

    @Test
    void whereLinksLeadIsNotToldInFull() throws Exception {
        file(directory.resolve("a/b/file"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("a"));
        var watch = new PathWatch(libc, link.resolve("b/file"));

        assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.FILE);
        Files.move(directory.resolve("a/b/file"), directory.resolve("file"));
        assertThat(hasTold(watch, LONG)).isTrue();
        watch.close(libc);
    }

    @Test
    void whatOtherMachinesMayDoIsNotToldInFull() {
        // not known to be local, as a file system of the network is not
        Path there = Path.of("/proc", Long.toString(ProcessHandle.current().pid()), "status");
        var watch = new PathWatch(libc, there);

        assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.FILE);
        watch.close(libc);
    }

    @Test
    void tellsOfMounts() throws Exception {
        LocalPath.require(directory);
        Path file = file(directory.resolve("a/b/file"));
        var watch = new PathWatch(libc, file);
        assertThat(watch.begin(libc)).isEqualTo(PathWatch.Reach.EVERYTHING);
        Path over = directory.resolve("a");
        mount(over);
        try {
            assertThat(hasTold(watch, LONG)).isTrue();
            assertThat(fallsSilent(watch)).isTrue();
        } finally {
            assertThat(exit("umount", "-l", over.toString())).isZero();
        }
        assertThat(hasTold(watch, LONG)).isTrue();
        watch.close(libc);
    }

    /// Where `CI` is set too this only skips: a CI may run in a container that may not mount.
    private static void mount(Path over) throws Exception {
        String missing = "";
        try {
            if (exit("mount", "-t", "tmpfs", "none", over.toString()) != 0) {
                missing = "this user may not mount";
            }
        } catch (IOException e) {
            missing = "mount cannot be run: " + e.getMessage();
        }
        if (!missing.isEmpty()) {
            System.out.println("SKIPPED: what is told of mounts is not tested: " + missing);
            Assumptions.abort(missing);
        }
    }

    private static int exit(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
