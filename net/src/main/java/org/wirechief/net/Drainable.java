package org.wirechief.net;

import java.time.Duration;

/// Receives requests, and can end so that each it has taken is answered: first it reads no more
/// ([#finishReading]), then whoever still makes an answer is waited for, then what is left is sent
/// ([#drain]). All methods may be called from any thread but those that call the handler.
public interface Drainable {
    /// The address as it was configured.
    Address address();

    /// Takes no further request and waits until the handler has had all that were taken; answers
    /// that other threads make can still be sent.
    ///
    /// @param timeout how long to wait at most
    /// @return false when the handler is still at it then
    /// @throws IllegalStateException on a thread that calls the handler
    boolean finishReading(Duration timeout) throws InterruptedException;

    /// [#finishReading], then waits until every answer given so far was sent or given up, and
    /// closes.
    ///
    /// @param timeout how long to wait at most
    /// @return whether everything was sent or given up in time
    /// @throws IllegalStateException on a thread that calls the handler
    boolean drain(Duration timeout) throws InterruptedException;
}
