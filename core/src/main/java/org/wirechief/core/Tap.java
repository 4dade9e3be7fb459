package org.wirechief.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes copies of exchanges beside their road, never on it: it may drop and count, never delay and
/// never throw. Doors find one by the name that `trace_destination` gives. Safe for use by several
/// threads.
public interface Tap {
    /// The longest name of a command that is told; what is longer is cut.
    int LONGEST_COMMAND = 1024;

    /// How many of a request's parameters are told at most.
    int MOST_PARAMETERS = 128;

    /// How many bytes of all parameters are told, with a comma between them; a door may stop when
    /// it has handed over so many.
    int PARAMETERS_ROOM = 127;

    /// How many bytes of a reply are kept; more need not be handed over.
    int replyRoom();

    /// Begins to tell of an exchange; what is told through the result belongs together.
    ///
    /// @param backend the door, `datagram`, `fifo`, `ctl`
    Exchange exchange(Ends ends, String backend);

    /// A door could not tell of an exchange, which is a mistake of this program. The exchange
    /// itself went on.
    void untold(Exception why);

    /// The two ends of an exchange.
    ///
    /// @param peer the caller's IP address, 4 or 16 bytes
    /// @param peerPort the caller's port, 0 for none
    /// @param own this server's IP address, of as many bytes
    /// @param protocol the number of the IP protocol: [#TCP] or [#UDP]
    record Ends(Octets peer, int peerPort, Octets own, int ownPort, int protocol) {
        public static final int TCP = 6;
        public static final int UDP = 17;

        private static final Octets CALLER = Octets.copyOf(new byte[] {127, 0, 0, 1});
        private static final Octets SERVER = Octets.copyOf(new byte[] {127, 0, 0, 2});

        public Ends {
            boolean isAddress = peer.length() == 4 || peer.length() == 16;
            if (!isAddress || peer.length() != own.length()) {
                throw new IllegalArgumentException("addresses of " + peer.length() + " and " + own.length() + " bytes");
            }
        }

        /// Of what has no IP addresses, a Unix socket or a FIFO: 127.0.0.1 and 127.0.0.2, port 0
        /// (spec mi-text §11.5).
        public static Ends local(int protocol) {
            return new Ends(CALLER, 0, SERVER, 0, protocol);
        }
    }

    /// How a text answer begins, `200 OK`.
    record Status(int code, Octets reason) {}

    /// One exchange. One thread at a time.
    interface Exchange {
        /// Tells of the request.
        ///
        /// @param command as its caller spelled it, `unknown` when there is none
        /// @param parameters the values in order, empty where one is absent, null where it has no
        ///     text
        void request(Octets command, List<@Nullable Octets> parameters);

        /// Tells of the reply.
        ///
        /// @param status null in a language that has none
        /// @param bytes hold the reply from `from` (inclusive) to `to` (exclusive), and may be used
        ///     again when this returns; none where the status says it all
        void reply(@Nullable Status status, byte[] bytes, int from, int to);
    }
}
