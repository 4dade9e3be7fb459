package org.wirechief.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.wirechief.net.FileKind;

/// The directory for sockets of a server without a configuration: private to its user.
///
/// `$XDG_RUNTIME_DIR/wirechief` where that variable names a directory, else `/run/wirechief` where
/// `/run` is writable, else `/tmp/wirechief-<uid>`. Whoever can write into it could put a socket of
/// his own in the place of ours, so one that is not ours alone is refused.
final class RunDirectory {
    private static final String REMEDY = ", or name your own doors with --config";
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0022;

    /// Where to look.
    ///
    /// @param xdg what the environment names, if it does
    /// @param uid who we are
    record Places(Optional<Path> xdg, Path run, Path tmp, long uid) {
        static Places ofSystem(Map<String, String> environment) throws IOException {
            Optional<Path> xdg = Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                    .map(ServeOptions::file)
                    .filter(Path::isAbsolute)
                    .filter(Files::isDirectory);
            return new Places(xdg, Path.of("/run"), Path.of("/tmp"), effectiveUid());
        }

        // The JDK does not tell who we are. The second number is the one that file rights go by.
        private static long effectiveUid() throws IOException {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("Uid:")) {
                    return Long.parseLong(line.split("\\s+")[2]);
                }
            }
            throw new IOException("/proc/self/status does not say whose process this is");
        }
    }

    private record Status(long uid, int mode) {
        static Status of(Path path, LinkOption... options) throws IOException {
            Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode", options);
            return new Status(
                    Integer.toUnsignedLong(((Number) attributes.getOrDefault("uid", -1)).intValue()),
                    ((Number) attributes.getOrDefault("mode", 0)).intValue());
        }

        boolean is(FileKind kind) {
            return FileKind.of(mode) == kind;
        }

        String rights() {
            return "0" + Integer.toOctalString(mode & 0777);
        }
    }

    private RunDirectory() {}

    /// Makes it where it is missing.
    ///
    /// @throws IOException when it is not ours alone, or cannot be made: why, and what to do
    static Path open(Places places) throws IOException {
        Path directory = choose(places);
        checkParent(directory, places.uid);
        try {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // from an earlier run, or put there by somebody: checked below
        } catch (IOException e) {
            throw new IOException("cannot make the run directory " + directory + ": " + e.getMessage(), e);
        }
        check(directory, places.uid);
        return directory;
    }

    private static Path choose(Places places) {
        if (places.xdg.isPresent()) {
            return places.xdg.get().resolve("wirechief");
        }
        if (Files.isWritable(places.run)) {
            return places.run.resolve("wirechief");
        }
        return places.tmp.resolve("wirechief-" + places.uid);
    }

    // In a directory that others may write, only the sticky bit keeps ours from being replaced.
    private static void checkParent(Path directory, long uid) throws IOException {
        Path parent = directory.resolveSibling("");
        Status status = Status.of(parent);
        if (status.uid != uid && status.uid != 0) {
            throw new IOException("the run directory " + directory + " would lie in " + parent + " of uid " + status.uid
                    + ", and we are uid " + uid + ": unset XDG_RUNTIME_DIR" + REMEDY);
        }
        if ((status.mode & OTHERS_WRITE) != 0 && (status.mode & STICKY) == 0) {
            throw new IOException("the run directory " + directory + " would lie in " + parent + ", where others may"
                    + " replace it (mode " + status.rights() + " without the sticky bit): chmod go-w " + parent
                    + REMEDY);
        }
    }

    private static void check(Path directory, long uid) throws IOException {
        Status status = Status.of(directory, LinkOption.NOFOLLOW_LINKS);
        String problem = "";
        if (status.is(FileKind.LINK)) {
            problem = "is a symbolic link: remove it";
        } else if (!status.is(FileKind.DIRECTORY)) {
            problem = "is no directory: remove it";
        } else if (status.uid != uid) {
            problem = "belongs to uid " + status.uid + ", and we are uid " + uid + ": remove it";
        } else if ((status.mode & 0777) != 0700) {
            problem = "has mode " + status.rights() + ", not 0700: chmod 700 " + directory;
        }
        if (!problem.isEmpty()) {
            throw new IOException("the run directory " + directory + " " + problem + REMEDY);
        }
    }
}
