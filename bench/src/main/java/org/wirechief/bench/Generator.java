package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Loads one server and measures it: a closed loop, in which each reply makes room for the next
/// request.
///
/// A run warms up, measures, stops asking, and waits for the replies that are still to come, so
/// that none is called lost that was only on its way. All on the caller's thread.
final class Generator {
    private static final int TURN_MILLIS = 20;

    private final Target target;
    private final CpuTime server;
    private final CpuTime self = CpuTime.ofThisProcess();

    /// @param server the processes whose time a run costs
    Generator(Target target, CpuTime server) {
        this.target = target;
        this.server = server;
    }

    /// Asks once, to learn what the right reply is.
    ///
    /// @throws IOException when there is no reply, or it is a fault
    Exchange learn(Exchange exchange, Duration patience) throws IOException {
        Probe probe = new Probe(exchange);
        long end = System.nanoTime() + patience.toNanos();
        try (Loop loop = Loop.open(target, List.of(probe))) {
            while (!probe.isDone() && System.nanoTime() - end < 0) {
                loop.turn(TURN_MILLIS);
            }
        }
        return exchange.expecting(probe.body());
    }

    /// @param exchange with the body that is expected
    /// @throws IOException when the server cannot be reached or ends all connections
    Measurement run(Exchange exchange, Load load, Timing timing) throws IOException {
        Tally tally = new Tally();
        List<Questions> questions = IntStream.range(0, load.connections())
                .mapToObj(i ->
                        new Questions(i, load.outstanding(), target.carrier().isStream(), exchange, tally))
                .toList();
        try (Loop loop = Loop.open(target, questions)) {
            Turns turns = new Turns(loop, questions, timing.patience().toNanos());
            turns.until(timing.warmUp().toNanos(), () -> false);

            long cpu = server.nanos();
            long own = self.nanos();
            long start = System.nanoTime();
            tally.measure(true);
            turns.until(timing.measured().toNanos(), () -> timing.count() > 0 && tally.right() >= timing.count());
            tally.measure(false);
            long nanos = System.nanoTime() - start;
            cpu = server.nanos() - cpu;
            own = self.nanos() - own;

            questions.forEach(Questions::stop);
            turns.until(Long.MAX_VALUE, () -> questions.stream().allMatch(q -> q.waiting() == 0));
            return new Measurement(tally.right(), nanos, tally.latency(), cpu, own, tally.defects());
        }
    }

    /// Turns a loop for a time, and gives up on requests that wait too long.
    private record Turns(Loop loop, List<Questions> questions, long patience) {
        private void until(long nanos, BooleanSupplier done) throws IOException {
            long start = System.nanoTime();
            long swept = start;
            long now = start;
            while (now - start < nanos && !done.getAsBoolean()) {
                loop.turn(TURN_MILLIS);
                now = System.nanoTime();
                if (now - swept > patience / 4) {
                    swept = now;
                    sweep(now);
                }
            }
        }

        private void sweep(long now) throws IOException {
            if (loop.open() == 0) {
                throw new IOException("the server ended all connections");
            }
            questions.forEach(each -> each.giveUp(now, patience));
        }
    }
}
