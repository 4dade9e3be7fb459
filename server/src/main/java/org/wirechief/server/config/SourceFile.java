package org.wirechief.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A configuration file in memory.
///
/// @param path as the operator wrote it
record SourceFile(Path path, String text) {
    /// A configuration is lines written by hand: more than this is another file.
    static final int MOST_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// @throws IOException whose message is the reason alone
    static SourceFile read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new IOException("no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it is longer than " + MOST_BYTES + " bytes, which no configuration is");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new SourceFile(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    Cursor cursor() {
        return Cursor.from(new Place.InFile(path.toString(), 1, 1), text);
    }
}
