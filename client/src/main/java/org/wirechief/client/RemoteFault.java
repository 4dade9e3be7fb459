package org.wirechief.client;

/// A node answered a call with a fault. Carries no stack trace of the node, only its words.
public final class RemoteFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String node;
    private final String command;
    private final int code;
    private final String reason;

    RemoteFault(String node, String command, int code, String reason) {
        super(node + ": " + command + ": " + code + " " + reason);
        this.node = node;
        this.command = command;
        this.code = code;
        this.reason = reason;
    }

    /// The address the call went to.
    public String node() {
        return node;
    }

    public String command() {
        return command;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
