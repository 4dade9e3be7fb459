package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;

/// A load that is compared with others.
///
/// @param exchange with the body that is expected
/// @param company what is there while it is measured
record Contestant(String name, Generator generator, Exchange exchange, Load load, Company company) {
    /// What is there beside a load.
    interface Company {
        Presence come() throws IOException;
    }

    /// Ends when it is closed.
    interface Presence extends AutoCloseable {
        @Override
        void close();
    }

    /// One that knows what the right reply is.
    ///
    /// @throws IOException when there is no reply, or it is a fault
    static Contestant learning(String name, Generator generator, Exchange exchange, Load load, Duration patience)
            throws IOException {
        try {
            return new Contestant(name, generator, generator.learn(exchange, patience), load, () -> () -> {});
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /// A row of a comparison, on such a server.
    ///
    /// @throws IOException when there is no reply, or it is a fault
    static Contestant of(Server server, Row row, Duration patience) throws IOException {
        String name = row + ": " + server.name();
        return learning(name, server.generator(row.carrier()), row.exchange(), row.load(), patience);
    }

    /// The same load in such company.
    Contestant beside(Company other) {
        return new Contestant(name + ", in company", generator, exchange, load, other);
    }

    Measurement run(Timing timing) throws IOException {
        try (Presence _ = company.come()) {
            return generator.run(exchange, load, timing);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
