package org.wirechief.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the lines of before are kept. Only its owner can read it: lines may hold what nobody else
/// should know.
///
/// @param path empty when there is nowhere to keep them
record HistoryFile(Optional<Path> path) {
    private static final int SOME = 8192;

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
    /// @param say is told of one that is there and cannot be read, which it stays
    /// @return the file, or nothing when it cannot be had
    Optional<Path> ready(Consumer<? super String> say) {
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
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            requireText(file);
            return Optional.of(file);
        } catch (IOException e) {
            say.accept("chief shell: no lines are kept, " + file + " cannot be read: " + why(e));
            return Optional.empty();
        }
    }

    /// The editor would find out in its first prompt, and end with it.
    private static void requireText(Path file) throws IOException {
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            return;
        }
        try (BufferedReader text = Files.newBufferedReader(file)) {
            char[] some = new char[SOME];
            while (text.read(some) >= 0) {
                // it can be read so far
            }
        }
    }

    static String why(IOException e) {
        return switch (e) {
            case CharacterCodingException _ -> "it is no UTF-8";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }
}
