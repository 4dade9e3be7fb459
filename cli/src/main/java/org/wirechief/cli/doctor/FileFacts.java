package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.wirechief.net.FileKind;

/// What the kernel knows of a file and of who may use it.
///
/// @param mode type and permissions, as stat(2) has them
record FileFacts(Path path, int mode, int uid, int gid, String owner, String group, long inode) {
    private static final int STICKY = 01000;
    private static final int WRITE = 2;
    private static final int ENTER = 1;

    /// Of the file itself, or of what a symbolic link leads to.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is none
    static FileFacts of(Path path, LinkOption... options) throws IOException {
        Map<String, Object> read = Files.readAttributes(path, "unix:mode,uid,gid,ino,owner,group", options);
        return new FileFacts(
                path,
                number(read, "mode"),
                number(read, "uid"),
                number(read, "gid"),
                String.valueOf(read.get("owner")),
                String.valueOf(read.get("group")),
                read.get("ino") instanceof Long inode ? inode : 0);
    }

    private static int number(Map<String, Object> read, String name) {
        return read.get(name) instanceof Integer number ? number : 0;
    }

    boolean isSocket() {
        return kind() == FileKind.SOCKET;
    }

    boolean isFifo() {
        return kind() == FileKind.FIFO;
    }

    boolean isDirectory() {
        return kind() == FileKind.DIRECTORY;
    }

    FileKind kind() {
        return FileKind.of(mode);
    }

    /// Whether everybody may make files there and only owners may remove them, as in `/tmp`.
    boolean isSticky() {
        return (mode & STICKY) != 0;
    }

    boolean mayWrite(Self self) {
        return self.isRoot() || (permitted(self) & WRITE) != 0;
    }

    boolean mayEnter(Self self) {
        return self.isRoot() || (permitted(self) & ENTER) != 0;
    }

    private int permitted(Self self) {
        if (uid == self.uid()) {
            return mode >> 6;
        }
        return self.groups().contains(gid) ? mode >> 3 : mode;
    }

    /// `owner kamailio, group kamailio, mode 0600`
    String access() {
        return "owner %s, group %s, mode %04o".formatted(owner, group, mode & 07777);
    }
}
