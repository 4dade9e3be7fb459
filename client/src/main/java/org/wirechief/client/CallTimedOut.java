package org.wirechief.client;

/// The answer was not there, or not whole, when the deadline passed. The connection is as usable as
/// before: an answer that comes late is dropped.
public final class CallTimedOut extends NodeException {
    private static final long serialVersionUID = 1L;

    CallTimedOut(String node, String command, String what, boolean mayHaveRun) {
        super(node, command, about(node, command, what), mayHaveRun, null);
    }
}
