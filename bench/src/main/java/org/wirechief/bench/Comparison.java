package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Running servers under the same load, in interleaved rounds, each beside the last of them. All of
/// them run all the time.
///
/// @param servers two or more; what the last does is the measure of the others
record Comparison(List<Server> servers, Rounds rounds) {
    Comparison {
        servers = List.copyOf(servers);
    }

    /// The outcomes of each row, an outcome for each server but the last. A row that cannot be
    /// measured is left out.
    ///
    /// @param trouble gets a line for each row that is left out
    List<List<Outcome>> of(List<Row> rows, Duration settle, Consumer<String> trouble) {
        List<List<Outcome>> found = new ArrayList<>();
        for (Row row : rows) {
            try {
                found.add(of(row, settle));
            } catch (IOException e) {
                trouble.accept(e.getMessage());
            }
        }
        return found;
    }

    /// An outcome for each server but the last.
    ///
    /// @param settle how long each is loaded before the rounds
    List<Outcome> of(Row row, Duration settle) throws IOException {
        List<Contestant> all = new ArrayList<>();
        for (Server server : servers) {
            all.add(Contestant.of(server, row, rounds.timing().patience()));
        }
        requireSameEcho(row, all);
        rounds.settle(all, settle);
        List<List<Measurement>> found = rounds.of(all);
        int theirReply = all.getLast().exchange().replyLength();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size() - 1; i++) {
            int reply = all.get(i).exchange().replyLength();
            outcomes.add(new Outcome(row, reply, theirReply, found.get(i), found.getLast()));
        }
        return outcomes;
    }

    /// An echo can be the same bytes, so it must be.
    private static void requireSameEcho(Row row, List<Contestant> all) throws IOException {
        byte[] first = all.getFirst().exchange().expectedBody();
        boolean same = all.stream()
                .allMatch(each -> Arrays.equals(first, each.exchange().expectedBody()));
        if (row.isEcho() && !same) {
            throw new IOException(row + ": the servers answer it differently, so there is nothing to compare");
        }
    }
}
