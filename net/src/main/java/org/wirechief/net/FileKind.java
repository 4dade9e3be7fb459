package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is, which the JDK tells for some kinds only (inode(7)).
public enum FileKind {
    SOCKET("a socket"),
    LINK("a symbolic link"),
    REGULAR("a regular file"),
    DIRECTORY("a directory"),
    FIFO("a FIFO"),
    DEVICE("a device");

    private static final int TYPE = 0170000;

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /// As the mode of a file says, `unix:mode` of the JDK: its type bits, whatever its permissions.
    public static FileKind of(int mode) {
        return switch (mode & TYPE) {
            case 0140000 -> SOCKET;
            case 0120000 -> LINK;
            case 0100000 -> REGULAR;
            case 0040000 -> DIRECTORY;
            case 0010000 -> FIFO;
            default -> DEVICE;
        };
    }

    /// Whether a path leads to a FIFO, as it is now; not, where that cannot be told.
    public static boolean isFifo(Path path) {
        try {
            return Files.getAttribute(path, "unix:mode") instanceof Integer mode && of(mode) == FIFO;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /// For a message: `a socket`.
    @Override
    public String toString() {
        return words;
    }
}
