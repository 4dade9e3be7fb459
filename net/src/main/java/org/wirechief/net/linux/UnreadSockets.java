package org.wirechief.net.linux;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sockets with something they did not receive yet. They are known by the name each was bound to
/// and by the file that bind made: files are renamed, and reached over symbolic links and relative
/// paths, so that whoever sends need not use the same name.
final class UnreadSockets {
    /// More paths are not remembered at a time.
    static final int MOST_ASKED = 1024;

    private final Map<UnixName, ListedSocket> names = new HashMap<>();
    private final Map<SocketFile, ListedSocket> files = new HashMap<>();
    /// Names that were asked for since the list was made; the file may be missing.
    private final Map<UnixName, Found> asked = new HashMap<>();

    private record Found(@Nullable SocketFile file) {}

    void clear() {
        names.clear();
        files.clear();
        asked.clear();
    }

    /// @param file null for a socket without one
    void add(UnixName name, @Nullable SocketFile file, ListedSocket socket) {
        names.put(name, socket);
        if (file != null) {
            files.put(file, socket);
        }
    }

    void remove(ListedSocket socket) {
        names.values().remove(socket);
        files.values().remove(socket);
    }

    /// Whose other datagrams one sent to that name would wait behind; null for nobody's.
    @Nullable
    ListedSocket find(Libc libc, UnixName name) {
        ListedSocket known = names.get(name);
        if (known != null || files.isEmpty() || !name.isPath()) {
            return known;
        }
        SocketFile file = file(libc, name);
        return file == null ? null : files.get(file);
    }

    private @Nullable SocketFile file(Libc libc, UnixName name) {
        if (asked.size() == MOST_ASKED) {
            asked.clear();
        }
        return asked.computeIfAbsent(name, path -> new Found(SocketFile.of(libc, path)))
                .file();
    }
}
