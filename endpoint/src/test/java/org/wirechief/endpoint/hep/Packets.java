package org.wirechief.endpoint.hep;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;

/// What the tests of senders have in common.
final class Packets {
    private static final HepContent CONTENT = HepContent.INITIAL;

    private Packets() {}

    /// Tells of a request and of its reply: two packets.
    static void exchange(HepSender sender, AtomicLong number) {
        Tap.Exchange told =
                new HepTap(sender, CONTENT, InstantSource.system()).exchange(Tap.Ends.local(Tap.Ends.UDP), "datagram");
        told.request(Octets.of("n" + number.incrementAndGet()), java.util.List.of());
        byte[] ok = {'O', 'K'};
        told.reply(null, ok, 0, ok.length);
    }

    static HepEncoder encoder(HepId id) {
        return new HepEncoder(id, CONTENT);
    }

    static ServerSocket listener(int port) throws java.io.IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
