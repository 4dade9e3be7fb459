package org.wirechief.endpoint.eventdatagram;

import java.util.Arrays;
import java.util.Optional;

/// The dialects as configuration and sockets spell them.
enum EventFormat {
    /// Lines, as OpenSIPS 1.x and 2.x send them.
    TEXT("text"),
    /// A JSON-RPC notification, as 3.x and 4.x send it.
    JSON("json");

    private final String word;

    EventFormat(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<EventFormat> parse(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
