package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Two running servers under the same load, in interleaved rounds: ours, theirs, ours, theirs...
/// Both run all the time; what disturbs the machine for a while disturbs both.
///
/// @param rounds how many, 1 to 100
/// @param progress gets a line for each measurement
record Comparison(Server ours, Server theirs, int rounds, Timing timing, Consumer<String> progress) {
    Comparison {
        if (rounds < 1 || rounds > 100) {
            throw new IllegalArgumentException(rounds + " rounds; allowed are 1 to 100");
        }
    }

    /// A load that counts for nothing, so that a row meets servers and a generator that have
    /// compiled what it runs.
    void settle(Row row, Duration time) throws IOException {
        for (Server server : List.of(ours, theirs)) {
            Generator generator = server.generator(row.carrier());
            Exchange exchange = generator.learn(row.exchange(), timing.patience());
            generator.run(exchange, row.load(), Timing.of(time, Duration.ofMillis(1)));
        }
    }

    Outcome of(Row row) throws IOException {
        Generator our = ours.generator(row.carrier());
        Generator their = theirs.generator(row.carrier());
        Exchange ourExchange = learn(our, ours, row);
        Exchange theirExchange = learn(their, theirs, row);
        requireSameEcho(row, ourExchange, theirExchange);
        List<Measurement> ourRounds = new ArrayList<>();
        List<Measurement> theirRounds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ourRounds.add(measure(our, ours, row, ourExchange));
            theirRounds.add(measure(their, theirs, row, theirExchange));
        }
        return new Outcome(row, ourExchange.replyLength(), theirExchange.replyLength(), ourRounds, theirRounds);
    }

    private Exchange learn(Generator generator, Server server, Row row) throws IOException {
        try {
            return generator.learn(row.exchange(), timing.patience());
        } catch (IOException e) {
            throw new IOException(row + ": " + server.name() + ": " + e.getMessage(), e);
        }
    }

    /// An echo can be the same bytes, so it must be.
    private static void requireSameEcho(Row row, Exchange our, Exchange their) throws IOException {
        if (row.exchange().text().startsWith("core.echo ")
                && !Arrays.equals(our.expectedBody(), their.expectedBody())) {
            throw new IOException(row + ": the servers answer it differently, so there is nothing to compare");
        }
    }

    private Measurement measure(Generator generator, Server server, Row row, Exchange exchange) throws IOException {
        try {
            Measurement found = generator.run(exchange, row.load(), timing);
            String defect = found.defects().first();
            progress.accept("%s: %s: %.0f/s, busy %.2f, generator %.2f%s"
                    .formatted(
                            row,
                            server.name(),
                            found.perSecond(),
                            found.serverBusy(),
                            found.generatorBusy(),
                            defect == null ? "" : "; first defect: " + defect));
            return found;
        } catch (IOException e) {
            throw new IOException(row + ": " + server.name() + ": " + e.getMessage(), e);
        }
    }
}
