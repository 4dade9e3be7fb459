package org.wirechief.wire.json;

/// What a [JsonReader] takes.
///
/// @param maxBytes the longest text, in bytes
/// @param maxDepth how deep arrays and objects may nest. Reading costs no stack, so that this only
///     guards those who walk through the values
/// @param anyText whether strings may hold what the reference server refuses: `\u0000` and single
///     surrogates, which become U+FFFD
public record JsonRules(int maxBytes, int maxDepth, boolean anyText) {
    /// As the reference server, which bounds neither (spec mi-json §2); the text is as long as its
    /// carrier lets it be.
    public static final JsonRules REFERENCE = new JsonRules(Integer.MAX_VALUE, Integer.MAX_VALUE, false);

    /// What others answer, within bounds.
    public static final JsonRules TOLERANT = new JsonRules(64 * 1024 * 1024, 512, true);

    public JsonRules {
        if (maxBytes < 1 || maxDepth < 1) {
            throw new IllegalArgumentException(
                    "no JSON fits into " + maxBytes + " bytes and " + maxDepth + " levels: both are at least 1");
        }
    }
}
