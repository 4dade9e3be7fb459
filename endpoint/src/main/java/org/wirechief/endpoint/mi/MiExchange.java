package org.wirechief.endpoint.mi;

import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.wire.ReplyBuffer;

/// A request and its answer in one language of MI. Each method that answers begins a new answer;
/// the one before is gone then. One thread at a time.
public interface MiExchange {
    /// Whether this is an answer, as a server or a client of this language may send by mistake.
    /// It must not be answered: two servers would talk for ever. What is answered next, in
    /// whatever way, is this.
    ///
    /// @param to behind its last byte
    boolean isReply(byte[] bytes, int from, int to);

    /// Answers a request, unless its command may wait and must not here, and tells of both where
    /// the asker has a trail.
    ///
    /// @param bytes keep their content until this returns
    /// @param to behind the request's last byte
    /// @param mayWait whether the calling thread is there for commands that wait
    Outcome answer(byte[] bytes, int from, int to, Asker asker, boolean mayWait);

    /// What became of a request.
    sealed interface Outcome {
        /// Its answer is there, an empty one when there is none to send.
        record Answered() implements Outcome {}

        /// Its command may wait; nothing was run.
        record Waits(CommandSpec spec) implements Outcome {}
    }

    /// Answers that the caller may not call.
    void forbid(Admission.Refused refusal);

    /// Answers that the request has more bytes than can be taken.
    void tooLong(int most);

    /// Answers that too many commands wait already; this one was not run.
    void busy(CommandSpec spec);

    /// The answer, until the next one begins; empty when nothing is to be sent.
    ReplyBuffer datagram();

    /// What to do once the answer was sent, or could not be.
    List<Runnable> afterSend();
}
