package org.wirechief.cli.output;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.AnswerRecord;

/// Gives the records of an answer one after the other.
@FunctionalInterface
public interface RecordSource {
    /// The next record, null at the end.
    ///
    /// @throws ProtocolError when it is broken; there are no more then
    @Nullable
    AnswerRecord next() throws ProtocolError;
}
