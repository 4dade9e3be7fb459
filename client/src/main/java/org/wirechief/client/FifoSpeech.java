package org.wirechief.client;

import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// What a call and its answer look like in one of the languages spoken over FIFOs. Safe for use by
/// several threads.
interface FifoSpeech {
    /// What numbers the next call, 0 where calls have no numbers.
    int number();

    /// A request.
    ///
    /// @throws IllegalArgumentException when the language cannot say it
    byte[] request(Exchange call, int number, String replyName);

    /// What to add to the message when a request of that many bytes got no answer.
    String remark(int length);

    /// Whether an answer that ends with this byte can need no more.
    boolean mayEndWith(byte last);

    /// Whether this needs no more bytes to be an answer.
    boolean isWhole(byte[] answer);

    /// What an answer says that has come to its end.
    ///
    /// @param number of the call
    /// @throws Fault when it is one
    /// @throws ProtocolError when it cannot be read
    List<Value> read(byte[] answer, int number) throws ProtocolError;
}
