package org.wirechief.wire.jsonrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonValue;

/// What a text asks.
///
/// @param requests one, or those of a batch
/// @param batch whether they came in an array, and their answers go in one
/// @param isReply whether it is someone's answer
record JsonRpcText(List<JsonRpcRequest> requests, boolean batch, boolean isReply) {
    /// Nothing was read.
    static final JsonRpcText NONE = new JsonRpcText(List.of(), false, false);

    /// What cannot be read is answered without an id.
    static final JsonRpcText UNREADABLE = new JsonRpcText(List.of(JsonRpcRequest.invalid("")), false, false);

    static JsonRpcText of(JsonValue root, int maxBatch, JsonRpcEngine engine) {
        if (!root.is(JsonKind.ARRAY) || root.isEmpty()) {
            JsonRpcRequest request = JsonRpcRequest.of(root, engine);
            return new JsonRpcText(List.of(request), false, request.method() == null && isReply(root));
        }
        List<JsonValue> elements = root.elements();
        boolean isReply = isReply(root);
        if (elements.size() > maxBatch) {
            String wrong = elements.size() + " requests in one array: at most " + maxBatch + " are allowed";
            return new JsonRpcText(List.of(JsonRpcRequest.invalid(wrong)), false, isReply);
        }
        List<JsonRpcRequest> requests =
                elements.stream().map(value -> JsonRpcRequest.of(value, engine)).toList();
        return new JsonRpcText(requests, true, isReply);
    }

    /// Whether it is someone's answer, or an array of them.
    static boolean isReply(JsonValue root) {
        return (root.is(JsonKind.ARRAY) && !root.isEmpty())
                ? root.elements().stream().allMatch(JsonRpcRequest::isReply)
                : JsonRpcRequest.isReply(root);
    }

    /// The first of its commands that may wait; null for none.
    @Nullable
    CommandSpec waits() {
        for (JsonRpcRequest request : requests) {
            CommandSpec spec = request.waits();
            if (spec != null) {
                return spec;
            }
        }
        return null;
    }
}
