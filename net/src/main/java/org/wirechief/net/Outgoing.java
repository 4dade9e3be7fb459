package org.wirechief.net;

/// A datagram that waits to be sent. It is told once what became of it, on the sender's thread.
public interface Outgoing {
    /// What to send, not changed any more.
    byte[] bytes();

    /// Whether nobody wants it any more: then it is not sent, and told nothing further. Asked
    /// before each try, on the sender's thread. What cannot be taken back leaves it at that.
    default boolean isWithdrawn() {
        return false;
    }

    /// The system took it.
    void sent();

    /// It could not be sent: nobody is there, the receiver took nothing for too long, or the system
    /// refused it.
    void failed();
}
