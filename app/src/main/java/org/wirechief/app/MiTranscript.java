package org.wirechief.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.wirechief.endpoint.Door;

/// Requests of MI text over UDP, byte for byte as a script sends them, and what comes back.
final class MiTranscript {
    private static final List<String> REQUESTS = List.of(":demo.hello:\noperator\n", ":demo.hello:\n");

    private MiTranscript() {}

    static void show(Door door, PrintStream out) throws IOException {
        try (MiTalk talk = MiTalk.with(door, out)) {
            for (String request : REQUESTS) {
                talk.ask(request);
            }
        }
    }

    /// What to type for the same.
    static String byHand(Door door) {
        return "  printf ':demo.hello:\\noperator\\n' | nc -u -w1 127.0.0.1 " + door.port();
    }
}
