package org.wirechief.wire.jsonrpc;

/// The limits and the layout of answers.
///
/// @param maxAnswer the longest answer, in bytes
/// @param maxBatch how many requests one array may hold
/// @param pretty whether answers are laid out for people (`pretty_printing`)
public record JsonRpcRules(int maxAnswer, int maxBatch, boolean pretty) {
    /// As many as answer in one datagram each of them well.
    public static final int MAX_BATCH = 256;

    public JsonRpcRules {
        if (maxAnswer < 1 || maxBatch < 1) {
            throw new IllegalArgumentException(
                    "an answer of " + maxAnswer + " bytes to " + maxBatch + " requests: both are at least 1");
        }
    }

    /// Compact answers up to so many bytes, [#MAX_BATCH] requests an array.
    public static JsonRpcRules compact(int maxAnswer) {
        return new JsonRpcRules(maxAnswer, MAX_BATCH, false);
    }
}
