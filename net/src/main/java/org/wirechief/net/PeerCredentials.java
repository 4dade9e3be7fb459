package org.wirechief.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.Principal;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/// The credentials of one connection, asked for when somebody wants them for the first time: the
/// JDK looks their names up, and a directory service may take its time. Any thread.
final class PeerCredentials {
    private static final System.Logger LOG = System.getLogger(PeerCredentials.class.getPackageName());

    private final SocketChannel channel;
    private final Peer peer;
    private boolean asked;
    private @Nullable Credentials known;

    PeerCredentials(SocketChannel channel, Peer peer) {
        this.channel = channel;
        this.peer = peer;
    }

    synchronized @Nullable Credentials get() {
        if (!asked) {
            known = peer.transport() == Transport.UNIX_STREAM ? ask() : null;
            asked = true;
        }
        return known;
    }

    private @Nullable Credentials ask() {
        try {
            var principal = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
            return principal == null ? null : new Credentials(name(principal.user()), name(principal.group()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the system does not say who called", e);
            return null;
        }
    }

    /// The JDK writes a number without a name as if it had a sign.
    private static String name(Principal principal) {
        String name = principal.getName();
        return name.matches("-[0-9]+") ? Integer.toUnsignedString(Integer.parseInt(name)) : name;
    }
}
