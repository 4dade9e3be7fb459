package org.wirechief.endpoint.trace;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Tap;

/// Where copies of a caller's exchanges go. Immutable.
///
/// @param ends the caller's address and the door's
/// @param isAnswered whether answers have anywhere to go; else there are none to tell of
public record Trail(Tracing tracing, Tap.Ends ends, boolean isAnswered) {
    /// What stands for the command of a request that names none (spec mi-json §14).
    public static final Octets UNKNOWN = Octets.of("unknown");

    /// Whether a request is to be told of.
    ///
    /// @param called the name as its caller spelled it
    /// @param meant the command that means; null for none
    public boolean wants(Octets called, @Nullable CommandSpec meant) {
        return tracing.wants(called, meant);
    }

    /// Something told of an exchange.
    @FunctionalInterface
    public interface Telling {
        /// Tells it.
        ///
        /// @throws ProtocolError where what was read before cannot be read again
        void run() throws ProtocolError;
    }

    /// Tells, and keeps what goes wrong with that from the exchange that is told of.
    public void tell(Telling telling) {
        try {
            telling.run();
        } catch (ProtocolError | RuntimeException e) {
            tracing.tap().untold(e);
        }
    }

    /// Begins to tell of an exchange.
    public Tap.Exchange exchange() {
        return tracing.tap().exchange(ends, tracing.backend());
    }
}
