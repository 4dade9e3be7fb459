package org.wirechief.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// Where the lines of before are kept. Only its owner can read it: lines may hold what nobody else
/// should know.
///
/// @param path empty when there is nowhere to keep them
record HistoryFile(Optional<Path> path) {
    /// @param told by the command line
    static HistoryFile of(Optional<String> told, Map<String, String> environment) {
        if (told.isPresent()) {
            return new HistoryFile(told.map(Path::of));
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (!state.isEmpty()) {
            return new HistoryFile(Optional.of(Path.of(state, "chief", "history")));
        }
        return new HistoryFile(
                home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".local", "state", "chief", "history")));
    }

    /// Makes it if it is not there.
    ///
    /// @return the file, or nothing when it cannot be had
    Optional<Path> ready() {
        if (path.isEmpty()) {
            return path;
        }
        Path file = path.get().toAbsolutePath();
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
