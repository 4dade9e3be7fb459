package org.wirechief.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A protocol for tests: a request is a line, and so is its answer.
///
/// @param gather bytes of answers to hold before they are sent
/// @param answer gives the answer to a line, without line end; empty for no answer
record Lines(int gather, Answer answer) implements StreamHandler {

    interface Answer {
        String to(StreamConnection connection, String line);
    }

    /// Answers `abc` with `<abc>`.
    static Lines echoing() {
        return answering((connection, line) -> "<" + line + ">");
    }

    static Lines answering(Answer answer) {
        return new Lines(64 * 1024, answer);
    }

    @Override
    public int received(StreamConnection connection, byte[] bytes, int from, int to) {
        var answers = new ByteArrayOutputStream();
        int at = from;
        for (int end = lineEnd(bytes, at, to); end >= 0 && connection.wantsMore(); end = lineEnd(bytes, at, to)) {
            String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
            at = end + 1;
            String reply = answer.to(connection, line);
            if (!reply.isEmpty()) {
                answers.writeBytes((reply + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            if (answers.size() >= gather) {
                send(connection, answers);
            }
        }
        send(connection, answers);
        return at - from;
    }

    private static void send(StreamConnection connection, ByteArrayOutputStream answers) {
        connection.send(answers.toByteArray(), 0, answers.size());
        answers.reset();
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
