package org.wirechief.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A peer that asks and never reads a reply, until it is closed. Only the thread that opened it may
/// use it.
final class SilentPeer implements Contestant.Presence {
    /// A queue of datagrams takes ten at a time, and a server's send buffer thousands.
    private static final int ATTEMPTS = 600;

    private static final int PAUSE_MILLIS = 1;

    private final Loop loop;

    private SilentPeer(Loop loop) {
        this.loop = loop;
    }

    /// Asks until the server takes no more, or for long enough where it always takes more.
    ///
    /// @throws IOException when the server of a stream goes on though nobody reads: there is
    ///     nothing to look at then
    static SilentPeer of(Target target) throws IOException {
        Asking asking = new Asking(exchange(target.carrier()), target.carrier().isCtl() ? 60_000 : 5000);
        Loop loop = Loop.open(target, List.of(asking));
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                if (loop.open() > 0) {
                    loop.send();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            boolean stopped = asking.wantsToSend()
                    || !target.carrier().isStream()
                    || !target.carrier().isCtl();
            if (loop.open() == 0 || !stopped) {
                throw new IOException(target.text() + " does not wait for a peer that does not read");
            }
            return new SilentPeer(loop);
        } catch (InterruptedException e) {
            loop.close();
            throw new IOException("interrupted", e);
        } catch (IOException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    /// Nobody, who takes as long to come: what has had a rest is measured otherwise than what has
    /// not.
    static Contestant.Presence nobody() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep((long) ATTEMPTS * PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return () -> {};
    }

    /// Long replies where there are any: they fill a queue sooner.
    private static Exchange exchange(Carrier carrier) {
        return carrier.isCtl()
                ? Exchange.asking(carrier.dialect(), "core.echo", List.of("x".repeat(500)))
                : Exchange.asking(carrier.dialect(), List.of());
    }

    @Override
    public void close() {
        loop.close();
    }

    private static final class Asking implements Conversation {
        private final Exchange exchange;
        private int left;

        private Asking(Exchange exchange, int most) {
            this.exchange = exchange;
            this.left = most;
        }

        @Override
        public int longestRequest() {
            return exchange.requestLength();
        }

        @Override
        public int outstanding() {
            return 64;
        }

        @Override
        public boolean wantsToSend() {
            return left > 0;
        }

        @Override
        public void request(ByteBuffer out, long now) {
            left--;
            exchange.putRequest(out, Cookies.SAMPLE);
        }

        @Override
        public int received(byte[] bytes, int from, int to, long now) {
            throw new AssertionError("nobody reads");
        }

        @Override
        public void broken(String why) {}

        @Override
        public void ended(String why) {}
    }
}
