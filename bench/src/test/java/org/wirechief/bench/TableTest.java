package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void ratiosAreOursByTheirs() {
        Row row = Row.parseAll("tcp 16x64").getFirst();
        var defects = new Defects(1, 2, 0, 0, "x");
        var outcome = new Outcome(
                row,
                14,
                14,
                List.of(measurement(3000, 100, 150_000_000, Defects.NONE)),
                List.of(measurement(1000, 200, 500_000_000, defects)));

        assertThat(Table.of(List.of(outcome)).lines()).containsExactly("""
                | carrier | load    | method          | requests/s        | p50               | p99               \
                | CPU a request     | busy: ours, generator; Kamailio, generator | wrong+lost: ours, Kamailio |""", """
                | ------- | ------- | --------------- | ----------------- | ----------------- | ----------------- \
                | ----------------- | ------------------------------------------ | -------------------------- |""", """
                | tcp     | 16 x 64 | core.echo hello | 3.00 (3.00..3.00) | 0.50 (0.50..0.50) | 0.50 (0.50..0.50) \
                | 0.10 (0.10..0.10) | 0.15, 0.25; 0.50, 0.25                     | 0+0, 1+2                   |""");
    }

    @Test
    void floorsAreTheBareServers() {
        Row row = Row.parseAll("tcp 16x64").getFirst();
        var ours = List.of(measurement(2000, 100, 400_000_000, Defects.NONE));
        var theirs = List.of(measurement(1000, 100, 500_000_000, new Defects(1, 2, 0, 0, "x")));
        var bare = List.of(measurement(4000, 100, 200_000_000, Defects.NONE));
        List<Outcome> outcomes = List.of(new Outcome(row, 14, 14, ours, bare), new Outcome(row, 14, 14, theirs, bare));

        assertThat(FloorTable.of(List.of(outcomes)).lines().toList().getLast())
                .isEqualTo("| tcp     | 16 x 64 | 0.50 (0.50..0.50) | 0.25 (0.25..0.25) "
                        + "| 4.00 (4.00..4.00)   | 10.0 (10.0..10.0) "
                        + "| 0.20, 0.25; 0.40, 0.25                 | 0+0, 1+2, 0+0                    |");
    }

    @Test
    void repliesOfDifferentLengthAreSaid() {
        Row row = Row.parseAll("unixs 1x1 system.listMethods").getFirst();
        var rounds = List.of(measurement(10, 10, 10_000_000, Defects.NONE));

        assertThat(Table.of(List.of(new Outcome(row, 390, 872, rounds, rounds))))
                .contains("| system.listMethods (390 against 872 bytes) |");
    }

    private static Measurement measurement(long replies, long micros, long cpuNanos, Defects defects) {
        Histogram latency = new Histogram(60_000_000_000L, 3);
        latency.recordValueWithCount(micros * 1000, replies);
        return new Measurement(replies, 1_000_000_000L, latency, cpuNanos, 250_000_000, defects);
    }
}
