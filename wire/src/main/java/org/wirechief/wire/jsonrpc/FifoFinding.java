package org.wirechief.wire.jsonrpc;

/// What stands next in the bytes that were written to a FIFO. Positions are indexes of the array
/// that was looked at.
public sealed interface FifoFinding {
    /// Where the next one is to be looked for.
    int end();

    /// A whole request, whose text [FifoRequests#text()] has. Whether its name may be one is not
    /// said.
    ///
    /// @param nameFrom where the reply FIFO's name begins
    /// @param nameTo behind the name; the same when there is none
    /// @param end behind the text
    record Request(int nameFrom, int nameTo, int end) implements FifoFinding {}

    /// A request whose text is no JSON.
    ///
    /// @param nameFrom where the reply FIFO's name begins
    /// @param nameTo behind the name; the same when there is none
    /// @param end where another may begin
    record Unreadable(int nameFrom, int nameTo, int end) implements FifoFinding {}

    /// The first part of a request whose writer has given it up, for another begins in it.
    record Abandoned(int end) implements FifoFinding {}

    /// No request.
    record Garbage(int end) implements FifoFinding {}

    /// Nothing, or the beginning of a request; from `end` on more bytes are needed.
    record Incomplete(int end) implements FifoFinding {}
}
