package org.wirechief.wire.jsonrpc;

import org.wirechief.core.Fault;

/// An error as JSON-RPC has it (spec mi-json §5).
///
/// @param data a detail; empty for none
record JsonRpcError(int code, String message, String data) {
    static final JsonRpcError PARSE_ERROR = new JsonRpcError(-32700, "Parse error", "");
    static final JsonRpcError METHOD_NOT_FOUND = new JsonRpcError(-32601, "Method not found", "");

    /// Stands for the engine's failure where plain text cannot, inside a batch.
    static final JsonRpcError INTERNAL = new JsonRpcError(-32603, "Internal error", "");

    private static final int INVALID_REQUEST = -32600;
    private static final int INVALID_PARAMS = -32602;
    private static final int SERVER_ERROR = -32000;
    private static final int METHOD_AMBIGUOUS = -32001;

    static JsonRpcError invalidRequest(String data) {
        return new JsonRpcError(INVALID_REQUEST, "Invalid Request", data);
    }

    static JsonRpcError invalidParams(String data) {
        return new JsonRpcError(INVALID_PARAMS, "Invalid params", data);
    }

    static JsonRpcError serverError(String data) {
        return new JsonRpcError(SERVER_ERROR, "Server error", data);
    }

    static JsonRpcError ambiguous(String data) {
        return new JsonRpcError(METHOD_AMBIGUOUS, "Method ambiguous", data);
    }

    static JsonRpcError of(Fault fault) {
        return switch (fault.kind()) {
            case PARAMETER -> invalidParams(fault.data());
            case COMMAND, ARGUMENT, REFUSAL -> new JsonRpcError(fault.code(), fault.reason(), fault.data());
        };
    }

    /// What [JsonRpcArgs] throws.
    Fault aboutArgument() {
        return Fault.aboutArgument(code, message).withData(data);
    }
}
