package org.wirechief.client;

/// The answer was not there, or not whole, when the deadline passed.
///
/// The connection is as usable as before: an answer that comes late is dropped, and so is the rest
/// of one. Only when a node has lost part of an answer on its side of a stream, as Kamailio may
/// (spec ctl §15), later calls time out too until the stream is given up; then connect again.
public final class CallTimedOut extends NodeException {
    private static final long serialVersionUID = 1L;

    CallTimedOut(String node, String command, String what, boolean mayHaveRun) {
        super(node, command, about(node, command, what), mayHaveRun, null);
    }
}
