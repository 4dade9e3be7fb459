package org.wirechief.endpoint.mi;

import java.nio.charset.StandardCharsets;

/// What a carrier of JSON-RPC says where there is no JSON to say it (spec mi-json §1): plain text,
/// without a line's end.
public enum MiJsonWords {
    /// `mi_datagram`.
    DATAGRAM("400 Parse_error", "500 Internal error", "500 Internal error"),
    /// `mi_fifo`; that a text is no JSON is said in JSON, -32700.
    FIFO("", "failed to build response", "failed to print response");

    private final String parseError;
    private final String internal;
    private final String tooLarge;

    MiJsonWords(String parseError, String internal, String tooLarge) {
        this.parseError = parseError;
        this.internal = internal;
        this.tooLarge = tooLarge;
    }

    /// That a request is no JSON; empty where JSON says it.
    byte[] parseError() {
        return parseError.getBytes(StandardCharsets.US_ASCII);
    }

    /// That a command broke down.
    byte[] internal() {
        return internal.getBytes(StandardCharsets.US_ASCII);
    }

    /// That an answer has no room.
    byte[] tooLarge() {
        return tooLarge.getBytes(StandardCharsets.US_ASCII);
    }
}
