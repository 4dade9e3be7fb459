package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The calling thread as Linux knows it.
final class LinuxThread {
    private LinuxThread() {}

    /// The id of the calling thread, -1 where there is no `/proc`. `/proc/thread-self` is a link
    /// to `<process>/task/<thread>`.
    static long id() {
        try {
            var link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return Long.parseLong(link.getFileName().toString());
        } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
            return -1;
        }
    }
}
