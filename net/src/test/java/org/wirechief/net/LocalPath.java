package org.wirechief.net;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LocalFileSystem;
import org.wirechief.net.linux.NativePath;

/// Where the kernel is known to tell of every change of a path.
final class LocalPath {
    private LocalPath() {}

    /// Skips, loudly, where a directory or one above it lies on another file system. Where `CI` is
    /// set too: which one the temporary directory lies on is not the build's to choose.
    static void require(Path directory) {
        try (var libc = new Libc()) {
            for (Path up = directory.toAbsolutePath(); up != null; up = up.getParent()) {
                if (!LocalFileSystem.holds(libc, NativePath.of(libc, UnixPaths.bytes(up.toString())))) {
                    String unknown = up + " lies on no file system known to be local";
                    System.out.println("SKIPPED: what is told of changes there is not tested: " + unknown);
                    Assumptions.abort(unknown);
                }
            }
        }
    }
}
