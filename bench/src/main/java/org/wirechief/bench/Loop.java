package org.wirechief.bench;

import java.io.IOException;
import java.util.List;

/// The connections of one load and the thread that serves them, which is the caller's.
interface Loop extends AutoCloseable {
    /// Connects once for each conversation.
    ///
    /// @throws IOException saying who cannot be reached and why
    static Loop open(Target target, List<? extends Conversation> conversations) throws IOException {
        try {
            return switch (target.carrier()) {
                case UNIXS, TCP -> StreamLoop.open(target, conversations);
                case UNIXD, UDP, TEXT_UDP, JSON_UDP, TEXT_UNIXD, JSON_UNIXD -> DatagramLoop.open(target, conversations);
                case FIFO -> FifoLoop.open(target, conversations);
            };
        } catch (IOException e) {
            throw new IOException("cannot connect to " + target.text() + ": " + e.getMessage(), e);
        }
    }

    /// Sends what is to be sent, waits until something comes, and hands it to its conversation.
    ///
    /// @param millis the longest wait, at least 1
    void turn(int millis) throws IOException;

    /// Sends what is to be sent and takes nothing.
    void send() throws IOException;

    /// How many connections have not ended.
    int open();

    @Override
    void close();
}
