package org.wirechief.endpoint.midatagram;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirechief.core.ConfigError;

/// Which languages a door understands.
enum Dialect {
    /// Whatever the request is written in.
    AUTO,
    /// MI text only.
    TEXT,
    /// JSON-RPC only.
    JSON;

    /// As configuration spells it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The dialect of that word.
    ///
    /// @throws ConfigError when there is none
    static Dialect of(String word) {
        for (Dialect dialect : values()) {
            if (dialect.word().equals(word)) {
                return dialect;
            }
        }
        String all = Arrays.stream(values()).map(Dialect::word).collect(Collectors.joining(", "));
        throw ConfigError.of("mi_datagram.dialect", word, "allowed are " + all);
    }
}
