package org.wirechief.it.behaviour;

import static org.wirechief.core.ParamType.INTEGER;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.RawStream;
import org.wirechief.server.WirechiefBuilder;

/// Commands that take their time, answer much, or fail in bad ways.
final class TestCommands {
    /// How many `t.wait` have begun.
    final Semaphore begun = new Semaphore(0);

    /// Lets every `t.wait` go on.
    final CountDownLatch goOn = new CountDownLatch(1);

    WirechiefBuilder addTo(WirechiefBuilder server) {
        return server.commands(List.of(
                CommandSpec.named("t.now")
                        .param("value", INTEGER)
                        .run((call, reply) -> reply.add(call.args().integer())),
                CommandSpec.named("t.later")
                        .summary("Answers its argument after up to 2 ms.")
                        .param("value", INTEGER)
                        .blocking()
                        .run((call, reply) -> {
                            Thread.sleep(
                                    Duration.ofNanos(ThreadLocalRandom.current().nextInt(2_000_000)));
                            reply.add(call.args().integer());
                        }),
                CommandSpec.named("t.wait").param("value", INTEGER).blocking().run((call, reply) -> {
                    begun.release();
                    if (!goOn.await(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                        throw new IllegalStateException("nobody let it go on");
                    }
                    reply.add(call.args().integer());
                }),
                CommandSpec.named("t.big")
                        .summary("Answers a number and so many letters.")
                        .param("value", INTEGER)
                        .param("letters", INTEGER)
                        .run((call, reply) -> {
                            reply.add(call.args().integer());
                            reply.add("x".repeat((int) call.args().integer()));
                        }),
                failing("t.error", false),
                failing("t.later-error", true)));
    }

    /// A command that begins an answer and ends in what no command should throw.
    private static CommandSpec failing(String name, boolean blocking) {
        var draft = CommandSpec.named(name);
        return (blocking ? draft.blocking() : draft).run((_, reply) -> {
            reply.add("the beginning of an answer");
            throw new OutOfMemoryError("thrown by a test");
        });
    }
}
