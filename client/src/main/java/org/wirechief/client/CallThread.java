package org.wirechief.client;

import org.wirechief.net.Address;

/// The thread of a call that has a place: waiting for a FIFO or a socket holds one. However it
/// ends, the place is free again and nobody waits for the call in vain.
final class CallThread {
    private CallThread() {}

    /// Runs what carries a call, in a daemon thread of its own. A virtual one would hold a carrier
    /// while it waits for a FIFO, and ask the kernel again and again on Unix (see DatagramDial).
    ///
    /// @param places where the call has one
    static void start(Address address, Places places, Exchange call, Runnable carrying) {
        try {
            Thread.ofPlatform().daemon().name("wirechief-client " + address).start(() -> run(places, call, carrying));
        } catch (OutOfMemoryError e) {
            // the system gives no more threads
            places.leave();
            call.lost("there is no thread for it: " + e.getMessage(), e);
        }
    }

    private static void run(Places places, Exchange call, Runnable carrying) {
        try {
            carrying.run();
        } catch (RuntimeException | Error e) {
            call.lost("the client failed: " + e, e);
        } finally {
            places.leave();
        }
    }
}
