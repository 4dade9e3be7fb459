package org.wirechief.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A call got no answer that can be read. A fault is an answer: see [RemoteFault].
///
/// The message is one line that names the node, the command and what happened.
public abstract sealed class NodeException extends IOException
        permits CannotConnect, CallTimedOut, BrokenReply, ConnectionLost {
    private static final long serialVersionUID = 1L;

    private final String node;
    private final String command;
    private final boolean mayHaveRun;

    NodeException(String node, String command, String what, boolean mayHaveRun, @Nullable Throwable cause) {
        super(what, cause);
        this.node = node;
        this.command = command;
        this.mayHaveRun = mayHaveRun;
    }

    /// What a message says of a call.
    static String about(String node, String command, String what) {
        return node + ": " + command + ": " + what;
    }

    /// The address as it was given to [Client#connect(String)].
    public String node() {
        return node;
    }

    /// The command called, empty while connecting.
    public String command() {
        return command;
    }

    /// Whether the command may have run. If not, the node was never sent the whole call, and
    /// calling again runs it once.
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
