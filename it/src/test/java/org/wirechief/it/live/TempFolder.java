package org.wirechief.it.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A fresh private folder with a path short enough for socket files.
///
/// @param path about 20 characters
public record TempFolder(Path path) implements AutoCloseable {
    /// Makes one. `@AutoClose` on a field that has it from the start gives every test its own.
    ///
    /// @throws UncheckedIOException when it cannot be made
    public static TempFolder create() {
        try {
            return new TempFolder(Files.createTempDirectory(Path.of("/tmp"), "wc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /// What is in it now, in order.
    public List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            return inside.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
