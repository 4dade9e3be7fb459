package org.wirechief.bench.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Origin;
import org.wirechief.server.Wirechief;

/// What the benchmarks share.
final class Scene {
    static final Origin CALLER = new Origin("bench", "none", "nobody", Access.ADMIN);

    private Scene() {}

    /// The commands a server has by itself, run without anything before them.
    static Dispatch dispatch() {
        try (Wirechief chief = Wirechief.builder().start()) {
            Commands commands = chief.commands();
            return new Dispatch(commands, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
