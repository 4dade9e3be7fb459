package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Directories where everybody may create files and nobody may remove those of others, such as
/// `/tmp`. The kernel can keep writers out of FIFOs there: shells open with `O_CREAT`, and that
/// fails on a FIFO of somebody else (`fs.protected_fifos`).
final class StickyDirectory {
    private static final Path SWITCH = Path.of("/proc/sys/fs/protected_fifos");
    private static final String OFF = "0";
    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_ALL = 0002;

    private StickyDirectory() {}

    /// What to tell the operator about a FIFO in such a directory, with the remedy; nothing where
    /// the kernel is told to keep nobody out.
    static Optional<String> warningFor(Address address) {
        return warningFor(address, StickyDirectory::setting);
    }

    /// @param setting read only where the directory is such a one
    static Optional<String> warningFor(Address address, Supplier<String> setting) {
        Path directory = SocketPath.parent(Path.of(address.name()));
        if (!isShared(directory)) {
            return Optional.empty();
        }
        String now = setting.get();
        return now.equals(OFF)
                ? Optional.empty()
                : Optional.of(address + ": everybody may write in " + directory
                        + ", where Linux may keep other users from writing to the FIFO whatever its mode is"
                        + " (fs.protected_fifos = " + now + "); give it a directory of its own, such as"
                        + " /run/wirechief");
    }

    private static boolean isShared(Path directory) {
        try {
            int mode = Files.getAttribute(directory, "unix:mode") instanceof Integer bits ? bits : 0;
            return (mode & STICKY) != 0 && (mode & WRITABLE_BY_ALL) != 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String setting() {
        try {
            return Files.readString(SWITCH).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
