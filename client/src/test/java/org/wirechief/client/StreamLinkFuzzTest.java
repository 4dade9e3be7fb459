package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;

/// Many callers with random patience, a node that answers late, in pieces, or not at all: a call
/// gets its own answer or none, and the link goes on.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class StreamLinkFuzzTest {
    private static final int CALLERS = 8;
    private static final int CALLS = 40;
    private static final String UNANSWERED = ".*(no answer|not sent|no whole answer).*";

    @TempDir
    private Path directory;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    @Test
    void nobodyGetsTheAnswerOfSomebodyElse(TestReporter report) throws Exception {
        SplittableRandom seeds = Seed.of("client.seed", report::publishEntry).random();
        for (int round = 0; round < 8; round++) {
            long seed = seeds.nextLong();
            Path own = Files.createDirectory(directory.resolve("r" + round));
            try (var node = ScriptedNode.talking(own, peer -> answerSomehow(peer, new SplittableRandom(seed)));
                    var client = Client.connect(node.address())) {
                callFromManyThreads(client, seeds);
                assertThat(lastCall(client)).isEqualTo(-1);
            }
        }
        report.publishEntry("answered", answered + " of " + (answered.get() + unanswered.get()));
        assertThat(answered.get()).isPositive();
        assertThat(unanswered.get()).isPositive();
    }

    /// The node may leave this one unanswered too, so it is asked until it does answer.
    private static long lastCall(Client client) throws IOException {
        while (true) {
            try {
                return client.within(Duration.ofMillis(200)).call("x", -1).asLong();
            } catch (CallTimedOut | BrokenReply e) {
                assertThat(e).hasMessageMatching(UNANSWERED);
            }
        }
    }

    private void callFromManyThreads(Client client, SplittableRandom seeds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int first = i * CALLS;
                long seed = seeds.nextLong();
                callers.add(() -> call(client, first, new SplittableRandom(seed)));
            }
            for (Future<Integer> caller : threads.invokeAll(callers)) {
                answered.addAndGet(caller.get());
                unanswered.addAndGet(CALLS - caller.get());
            }
        }
    }

    private static int call(Client client, int first, SplittableRandom random) throws Exception {
        int good = 0;
        for (int i = first; i < first + CALLS; i++) {
            Client patient = client.within(Duration.ofMillis(random.nextInt(1, 60)));
            String padding = "p".repeat(random.nextInt(random.nextInt(10) == 0 ? 30_000 : 20));
            try {
                List<Value> values = random.nextBoolean()
                        ? patient.callForAll("x", i, padding)
                        : maybeCancelled(patient.callForAllAsync("x", i, padding), random);
                assertThat(values).containsExactly(Value.of(i), Value.of(padding));
                good++;
            } catch (CallTimedOut | BrokenReply e) {
                assertThat(e).hasMessageMatching(UNANSWERED);
            }
        }
        return good;
    }

    private static List<Value> maybeCancelled(CompletableFuture<List<Value>> future, SplittableRandom random)
            throws Exception {
        if (random.nextInt(5) == 0) {
            Thread.sleep(random.nextInt(3));
            boolean cancelled = future.cancel(true);
            if (cancelled) {
                throw new CallTimedOut("node", "x", "no answer: cancelled", true);
            }
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static void answerSomehow(ScriptedPeer peer, SplittableRandom random) throws Exception {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        while (true) {
            ScriptedPeer.Request request = peer.next();
            if (random.nextInt(12) > 0) {
                held.writeBytes(request.echo());
            }
            if (random.nextInt(4) == 0) {
                Thread.sleep(random.nextInt(15));
            }
            int kept = random.nextInt(3) == 0 ? random.nextInt(held.size() + 1) : 0;
            byte[] bytes = held.toByteArray();
            held.reset();
            sendInPieces(peer, bytes, bytes.length - Math.min(kept, bytes.length), random);
            held.write(bytes, bytes.length - Math.min(kept, bytes.length), Math.min(kept, bytes.length));
        }
    }

    private static void sendInPieces(ScriptedPeer peer, byte[] bytes, int to, SplittableRandom random)
            throws IOException {
        for (int at = 0; at < to; ) {
            int next = Math.min(to, at + random.nextInt(1, random.nextBoolean() ? 8 : 5000));
            peer.send(java.util.Arrays.copyOfRange(bytes, at, next));
            at = next;
        }
    }
}
