package org.wirechief.endpoint.ctl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.access.Admission.Refused;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;

/// One of the languages `ctl` speaks: turns requests into answers, on whatever carrier they came.
/// Belongs to one thread, all of it but [#answer], which may be called on any and by several at
/// once.
///
/// @param <F> what it knows of a request before it reads it
interface Language<F extends Frame> {

    /// A finished answer: its bytes, and what to do once they are sent.
    record Answer(ReplyBuffer packet, List<Runnable> afterSend) {}

    /// What became of a request.
    sealed interface Outcome {
        Outcome ANSWERED = new Answered();
        Outcome BROKEN = new Broken();

        /// Its answer is in the buffer.
        record Answered() implements Outcome {}

        /// The same, and it has used bytes behind its end.
        record AnsweredUpTo(int end) implements Outcome {}

        /// It was no request one can read; a fault that says so is in the buffer, and a stream
        /// ends.
        record Broken() implements Outcome {}

        /// Its command may wait: [Language#answer] is to run on another thread.
        record Later(CommandSpec spec) implements Outcome {}
    }

    /// As listings call it: `binrpc`, `fifo`.
    String payload();

    /// Where the first byte is that belongs to a request.
    int skip(byte[] bytes, int from, int to);

    /// The first whole request. What it returns may be the same object each time.
    ///
    /// @return null when more bytes are needed
    /// @throws ProtocolError when there can be none
    @Nullable
    F frame(byte[] bytes, int from, int to) throws ProtocolError;

    /// The frame of a copy of the request's bytes alone; stays as it is.
    F alone(F frame);

    /// Whether these bytes look like an answer that went astray, which is never answered.
    boolean isAnswer(byte[] bytes, F frame);

    /// Answers a request, unless its command may wait, and tells of both where the asker has a
    /// trail.
    ///
    /// @param to behind all bytes received
    /// @param afterSend gets what the command leaves to do once the answer is sent
    Outcome take(byte[] bytes, F frame, int to, Asker asker, ReplyBuffer out, List<Runnable> afterSend);

    /// Answers a request whose command may wait.
    ///
    /// @param request a copy of its bytes alone, that nobody else touches
    /// @param frame as [#alone] gave it
    Answer answer(CommandSpec spec, byte[] request, F frame, Asker asker);

    /// Answers bytes that are no request, and tells of both.
    ///
    /// @param trail where to; null for nowhere
    void broken(ReplyBuffer out, ProtocolError error, @Nullable Trail trail);

    /// Tells a peer that too many commands wait already; this one was not run.
    void busy(ReplyBuffer out, F frame, CommandSpec spec);

    /// Tells a peer that it may not call.
    void refused(ReplyBuffer out, F frame, Refused refusal);
}
