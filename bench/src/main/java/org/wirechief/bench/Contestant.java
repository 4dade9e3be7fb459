package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;

/// A load that is compared with others.
///
/// @param exchange with the body that is expected
record Contestant(String name, Generator generator, Exchange exchange, Load load) {
    /// One that knows what the right reply is.
    ///
    /// @throws IOException when there is no reply, or it is a fault
    static Contestant learning(String name, Generator generator, Exchange exchange, Load load, Duration patience)
            throws IOException {
        try {
            return new Contestant(name, generator, generator.learn(exchange, patience), load);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    Measurement run(Timing timing) throws IOException {
        try {
            return generator.run(exchange, load, timing);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
