package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Two running servers under the same load, in interleaved rounds: ours, theirs, ours, theirs...
/// Both run all the time.
record Comparison(Server ours, Server theirs, Rounds rounds) {

    /// @param settle how long each is loaded before the rounds
    Outcome of(Row row, Duration settle) throws IOException {
        Contestant our = contestant(ours, row);
        Contestant their = contestant(theirs, row);
        requireSameEcho(row, our.exchange(), their.exchange());
        List<Contestant> both = List.of(our, their);
        rounds.settle(both, settle);
        List<List<Measurement>> found = rounds.of(both);
        return new Outcome(
                row, our.exchange().replyLength(), their.exchange().replyLength(), found.getFirst(), found.getLast());
    }

    private Contestant contestant(Server server, Row row) throws IOException {
        return Contestant.learning(
                row + ": " + server.name(),
                server.generator(row.carrier()),
                row.exchange(),
                row.load(),
                rounds.timing().patience());
    }

    /// An echo can be the same bytes, so it must be.
    private static void requireSameEcho(Row row, Exchange our, Exchange their) throws IOException {
        if (row.exchange().text().startsWith("core.echo ")
                && !Arrays.equals(our.expectedBody(), their.expectedBody())) {
            throw new IOException(row + ": the servers answer it differently, so there is nothing to compare");
        }
    }
}
