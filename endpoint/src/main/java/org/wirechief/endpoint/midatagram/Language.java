package org.wirechief.endpoint.midatagram;

import org.wirechief.core.MiNaming;
import org.wirechief.wire.jsonrpc.JsonRpcRules;
import org.wirechief.wire.mitext.MiTextOptions;

/// What a door understands and how it writes.
///
/// @param text what the text dialect looks like
/// @param pretty whether JSON is laid out for people
/// @param naming which names JSON's callers may use
record Language(Dialect dialect, MiTextOptions text, boolean pretty, MiNaming naming) {
    static final Language INITIAL = new Language(Dialect.AUTO, MiTextOptions.DEFAULTS, false, MiNaming.V3);

    /// The longest JSON answer, one byte less than MI text has (spec mi-json §8.2).
    private static final int LONGEST_JSON = 65456;

    Language with(Dialect changed) {
        return new Language(changed, text, pretty, naming);
    }

    Language with(MiTextOptions changed) {
        return new Language(dialect, changed, pretty, naming);
    }

    Language withPretty(boolean changed) {
        return new Language(dialect, text, changed, naming);
    }

    Language with(MiNaming changed) {
        return new Language(dialect, text, pretty, changed);
    }

    /// What JSON answers look like.
    JsonRpcRules json() {
        return new JsonRpcRules(LONGEST_JSON, JsonRpcRules.MAX_BATCH, pretty);
    }
}
