package org.wirechief.net;

import org.wirechief.net.linux.SendRoom;

/// Whether what is sent to one peer leaves room for the others. One thread at a time.
sealed interface PeerRoom {

    /// Begins a round of sending.
    void look();

    /// Whether a datagram may be sent there now.
    boolean allows(DatagramPeer to, int length);

    /// Whether it may be sent together with others before the next [#look()].
    ///
    /// @param others what they weigh together
    boolean allowsBeside(long others, int length);

    /// A datagram was sent.
    void sent(int length);

    /// The system did not take something.
    void suspect();

    /// Of a Unix socket: what a peer has not read takes room from all.
    record OfUnix(SendRoom room) implements PeerRoom {
        @Override
        public void look() {
            room.look();
        }

        @Override
        public boolean allows(DatagramPeer to, int length) {
            return room.allows(to.unixName(), length);
        }

        @Override
        public boolean allowsBeside(long others, int length) {
            return room.allowsBeside(others, length);
        }

        @Override
        public void sent(int length) {
            room.sent(length);
        }

        @Override
        public void suspect() {
            room.suspect();
        }
    }

    /// Of a UDP socket: what has left it takes no room, whoever reads or not.
    record OfUdp() implements PeerRoom {
        @Override
        public void look() {}

        @Override
        public boolean allows(DatagramPeer to, int length) {
            return true;
        }

        @Override
        public boolean allowsBeside(long others, int length) {
            return true;
        }

        @Override
        public void sent(int length) {}

        @Override
        public void suspect() {}
    }
}
