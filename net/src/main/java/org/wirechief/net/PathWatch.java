package org.wirechief.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.FileWatch;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LocalFileSystem;
import org.wirechief.net.linux.MountWatch;
import org.wirechief.net.linux.NativePath;
import org.wirechief.net.linux.PollSet;

/// Tells when a path may lead to another file than before: when something happens to the file, a
/// directory above it is removed or moved, or something is mounted somewhere. One thread only.
final class PathWatch {
    /// What of this is told.
    enum Reach {
        NOTHING,
        /// At least what this machine does to the file itself.
        FILE,
        EVERYTHING
    }

    private final @Nullable FileWatch files;
    private final @Nullable MountWatch mounts;
    private final NativePath file;
    private final List<NativePath> above = new ArrayList<>();
    private int first;
    private int end;

    /// Tells nothing yet.
    PathWatch(Libc libc, Path path) {
        files = FileWatch.open(libc);
        mounts = MountWatch.open(libc);
        file = at(libc, path);
        Path absolute = path.toAbsolutePath();
        for (Path up = absolute.getParent(); up != null; up = up.getParent()) {
            above.add(at(libc, up));
        }
    }

    private static NativePath at(Libc libc, Path path) {
        return NativePath.of(libc, UnixPaths.bytes(path.toString()));
    }

    /// Tells from now on what happens to what is there now. A path that leads over a link may
    /// change in more places than are watched, not every directory may be watched, and not every
    /// file system tells what happens on it.
    Reach begin(Libc libc) {
        if (files == null) {
            return Reach.NOTHING;
        }
        files.clear(libc);
        if (!files.watch(libc, file)) {
            return Reach.NOTHING;
        }
        boolean all = mounts != null && LocalFileSystem.holds(libc, file);
        for (NativePath directory : above) {
            all = files.watchDirectory(libc, directory) && all && LocalFileSystem.holds(libc, directory);
        }
        return all ? Reach.EVERYTHING : Reach.FILE;
    }

    /// Waits for it to tell.
    void addTo(PollSet set) {
        first = set.size();
        if (files != null) {
            set.add(files);
        }
        if (mounts != null) {
            set.add(mounts);
        }
        end = set.size();
    }

    /// Whether it has told something, by the set it was added to last.
    boolean hasTold(PollSet set) {
        for (int i = first; i < end; i++) {
            if (set.isReady(i)) {
                return true;
            }
        }
        return false;
    }

    void close(Libc libc) {
        if (files != null) {
            files.close(libc);
        }
        if (mounts != null) {
            mounts.close(libc);
        }
    }
}
