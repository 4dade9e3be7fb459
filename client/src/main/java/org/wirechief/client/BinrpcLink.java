package org.wirechief.client;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramDial;
import org.wirechief.net.StreamDial;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.PacketHeader;

/// Carries one BINRPC request to a node and its answer back. One exchange at a time.
sealed interface BinrpcLink extends AutoCloseable permits BinrpcStreamLink, BinrpcDatagramLink {
    /// Longer answers are refused before they are stored.
    int LONGEST_ANSWER = 64 * 1024 * 1024;

    /// Opens a link for the carrier that the address names.
    static BinrpcLink open(Address address, Duration deadline) throws IOException {
        return switch (address.transport()) {
            case UNIX_STREAM, TCP -> new BinrpcStreamLink(StreamDial.connect(address, deadline));
            case UNIX_DATAGRAM, UDP -> new BinrpcDatagramLink(DatagramDial.connect(address));
            case FIFO ->
                throw new IllegalArgumentException(
                        address + " cannot be called: BINRPC goes over unixs, unixd, udp, tcp");
        };
    }

    /// Sends a request and waits for its answer.
    ///
    /// @throws java.net.SocketTimeoutException when it did not come in time
    /// @throws ProtocolError when what came is not the answer
    RawAnswer exchange(String node, String command, int cookie, ReplyBuffer request, Duration deadline)
            throws IOException, ProtocolError;

    @Override
    void close();

    /// What is left of a deadline; zero would mean no limit.
    static Duration left(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    /// Checks the header of an answer, once it is there.
    static void check(String node, String command, @Nullable PacketHeader header, int cookie) throws BrokenReply {
        if (header == null) {
            return;
        }
        if (header.kind() == PacketHeader.Kind.REQUEST) {
            throw new BrokenReply(node, command, BrokenReply.Kind.NOT_A_REPLY, "not a reply");
        }
        if (header.cookie() != cookie) {
            throw BrokenReply.wrongCookie(node, command, cookie, header.cookie());
        }
        if (header.bodyLength() > LONGEST_ANSWER) {
            String what = "the answer announces " + header.bodyLength() + " bytes, more than " + LONGEST_ANSWER;
            throw new BrokenReply(node, command, BrokenReply.Kind.TOO_LONG, what);
        }
    }
}
