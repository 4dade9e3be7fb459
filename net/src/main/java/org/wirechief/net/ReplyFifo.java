package org.wirechief.net;

/// The open reply FIFO of one request.
public interface ReplyFifo {

    /// Sends the reply, never waiting, and closes the FIFO when its reader has taken everything. A
    /// reader that stops has the rest parked within the [FifoLimits]. From any thread; a second
    /// call does nothing.
    ///
    /// @param from first byte, inclusive; nothing at all may be sent
    /// @param to last byte, exclusive; the bytes may be used again when this returns
    /// @param afterSend runs once everything was taken or was given up, on the FIFO's thread
    void answer(byte[] bytes, int from, int to, Runnable afterSend);
}
