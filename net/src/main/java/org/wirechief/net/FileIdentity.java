package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wirechief.net.linux.FileStatus;

/// Which file this is: device, inode and kind.
///
/// @param device the device number
/// @param inode the inode number
record FileIdentity(long device, long inode, FileKind kind) {
    /// The file at a path, a symbolic link being a file of its own; empty when there is none.
    static Optional<FileIdentity> of(Path path) throws IOException {
        try {
            return Optional.of(require(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// What the kernel said of a file.
    static FileIdentity of(FileStatus file) {
        return new FileIdentity(file.device(), file.inode(), FileKind.of(file.mode()));
    }

    /// The file at a path.
    ///
    /// @throws NoSuchFileException when there is none
    static FileIdentity require(Path path) throws IOException {
        Map<String, Object> facts = Files.readAttributes(path, "unix:dev,ino,mode", LinkOption.NOFOLLOW_LINKS);
        return new FileIdentity(number(facts, "dev"), number(facts, "ino"), FileKind.of((int) number(facts, "mode")));
    }

    /// As `equals`, which takes a while to be made at the first use (docs/adr/0006).
    boolean isSameFile(FileIdentity other) {
        return device == other.device && inode == other.inode && kind == other.kind;
    }

    boolean isFifo() {
        return kind == FileKind.FIFO;
    }

    boolean isSocket() {
        return kind == FileKind.SOCKET;
    }

    /// What it is, for a message.
    String describe() {
        return kind.toString();
    }

    private static long number(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Number n ? n.longValue() : -1;
    }
}
