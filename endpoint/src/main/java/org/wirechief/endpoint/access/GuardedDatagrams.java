package org.wirechief.endpoint.access;

import java.net.InetAddress;
import org.wirechief.endpoint.SourceGuards;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;

/// A handler that gets what the guards of its server let through.
public record GuardedDatagrams(SourceGuards guards, DatagramHandler handler) implements DatagramHandler {
    @Override
    public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        if (!isRefused(peer)) {
            handler.received(peer, bytes, from, to, replies);
        }
    }

    @Override
    public void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        if (!isRefused(peer)) {
            handler.tooLong(peer, bytes, from, to, replies);
        }
    }

    @Override
    public void handled() {
        handler.handled();
    }

    @Override
    public void failed(Throwable cause) {
        handler.failed(cause);
    }

    /// Unix peers have no address; who may call there is the file's affair.
    private boolean isRefused(DatagramPeer peer) {
        InetAddress source = peer.inet();
        return source != null && guards.refuse(source);
    }
}
