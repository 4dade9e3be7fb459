package org.wirechief.client;

import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// Carries calls to one node, in one dialect over one carrier. Several threads may use it.
///
/// A dialect writes one, and says in its [NodeAddress] how to open it; deadlines, waiting, futures
/// and cancelling are [Exchange]'s and come with it.
interface Link extends AutoCloseable {
    /// Takes a call over and returns without waiting for its answer: sends it unless it is over by
    /// then, and completes it when the answer is there. Where too many calls are unanswered it
    /// waits for one to end, until the deadline of this one.
    ///
    /// Ends the call, rather than throw, when the connection is lost. Sends nothing twice.
    ///
    /// @throws IllegalArgumentException when the dialect cannot say it, or the carrier not carry it
    /// @throws InterruptedException when the thread is interrupted while it waits
    void send(Exchange call) throws InterruptedException;

    /// Reads an answer of this link, in the caller's thread.
    ///
    /// @throws Fault when the answer is one
    /// @throws ProtocolError when it cannot be read
    List<Value> read(RawAnswer answer) throws ProtocolError;

    /// Ends the connection; calls that are under way are lost.
    @Override
    void close();
}
