package org.wirechief.net.linux;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sockets with something they did not receive yet. They are known by the name each was bound to
/// and by the file that bind made: files are renamed, and reached over symbolic links and relative
/// paths, so that whoever sends need not use the same name.
final class UnreadSockets {
    private final Set<UnixName> names = new HashSet<>();
    private final Set<SocketFile> files = new HashSet<>();
    /// Names that were asked for since the list was made; the file may be missing.
    private final Map<UnixName, Found> asked = new HashMap<>();

    private record Found(@Nullable SocketFile file) {}

    void clear() {
        names.clear();
        files.clear();
        asked.clear();
    }

    /// @param file null for a socket without one
    void add(UnixName name, @Nullable SocketFile file) {
        names.add(name);
        if (file != null) {
            files.add(file);
        }
    }

    /// Whether a datagram sent to that name would wait behind another.
    boolean contains(Libc libc, UnixName name) {
        if (names.contains(name)) {
            return true;
        }
        if (files.isEmpty() || !name.isPath()) {
            return false;
        }
        SocketFile file = asked.computeIfAbsent(name, path -> new Found(SocketFile.of(libc, path)))
                .file();
        return file != null && files.contains(file);
    }
}
