package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder of the temporary files with a name nobody can guess, for one socket that a server is to
/// send to.
///
/// @param isPrivate whether nobody but this user, and root, can look for the socket; else whoever
///     learns its name can
record FreshFolder(Path path, boolean isPrivate) implements AutoCloseable {
    private static final int ROOT = 0;

    /// @param server the file that the server is found by: its owner is taken for the server's user
    static FreshFolder reachableFrom(Path server) throws IOException {
        boolean isPrivate = isOwn(server);
        Path folder = Files.createTempDirectory("chief-");
        // the umask may have taken what others need
        var mode = PosixFilePermissions.fromString(isPrivate ? "rwx------" : "rwx--x--x");
        Files.setPosixFilePermissions(folder, mode);
        return new FreshFolder(folder, isPrivate);
    }

    /// Whether a server must be of this process's user. One that opened its file as root need not
    /// be root any more.
    static boolean isOwn(Path server) {
        try {
            return isOwn(uid(server), uid(Path.of("/proc/self")));
        } catch (IOException e) {
            // connecting will tell what is wrong there
            return true;
        }
    }

    static boolean isOwn(int owner, int own) {
        return owner == own && owner != ROOT;
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    Path file() {
        return path.resolve("events");
    }

    FileAccess access() {
        return access(isPrivate);
    }

    static FileAccess access(boolean isPrivate) {
        return FileAccess.ofMode(isPrivate ? 0600 : 0666);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(FreshFolder.class.getPackageName())
                    .log(System.Logger.Level.WARNING, "removing {0}: {1}", path, e.getMessage());
        }
    }
}
