package org.wirechief.client;

import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// What a call and its answer look like in one of MI's languages. Safe for use by several threads.
interface MiSpeech {
    /// A request.
    ///
    /// @throws IllegalArgumentException when the language cannot say it, or no datagram hold it
    ReplyBuffer request(Exchange call);

    /// Whether the language has such arguments at all: lists, and what is in structs besides texts
    /// and numbers, are JSON's alone.
    boolean has(Arguments args);

    /// Whether this datagram ends a call.
    boolean ends(byte[] reply, int length);

    /// Whether these are the words of a node that does not speak this language; it ran nothing.
    boolean isMisunderstood(byte[] reply, int length);

    /// What an answer says.
    ///
    /// @throws Fault when it is one
    /// @throws ProtocolError when it cannot be read
    List<Value> read(byte[] reply) throws ProtocolError;
}
