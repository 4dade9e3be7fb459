package org.wirechief.it.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A fresh private folder with a path short enough for socket files.
///
/// @param path about 20 characters
public record TempFolder(Path path) implements AutoCloseable {
    public static TempFolder create() throws IOException {
        return new TempFolder(Files.createTempDirectory(Path.of("/tmp"), "wc"));
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /// What is in it now, in order.
    public java.util.List<String> names() throws IOException {
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
