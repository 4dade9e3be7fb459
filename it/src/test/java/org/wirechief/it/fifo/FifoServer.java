package org.wirechief.it.fifo;

import java.io.IOException;
import java.net.BindException;
import java.util.function.UnaryOperator;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.live.Doors;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.StandIns;

/// A server that speaks the line protocol of `ctl` on every carrier, over the state that the
/// captured Kamailio had, and lives as long as a test.
record FifoServer(TempFolder folder, LiveServer live) implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    /// Answers more than a pipe holds.
    static final CommandSpec LARGE = CommandSpec.named("t.large").run((_, reply) -> reply.add("x".repeat(1_000_000)));

    /// Takes a second.
    static final CommandSpec SLOW = CommandSpec.named("t.slow").blocking().run((_, reply) -> {
        Thread.sleep(1000);
        reply.ok();
    });

    /// Fails when it has answered.
    static final CommandSpec BREAKS = CommandSpec.named("t.breaks").run((_, reply) -> {
        reply.ok();
        reply.afterSend(() -> {
            throw new IllegalStateException("thrown by a test");
        });
    });

    /// @param compat with Kamailio's defects
    static FifoServer start(boolean compat) throws IOException {
        return start(ctl -> ctl.fifoCompat(compat));
    }

    static FifoServer start(UnaryOperator<Ctl> parameters) throws IOException {
        TempFolder folder = TempFolder.create();
        StandIns world = new StandIns();
        world.settings.set("core", "debug", Value.of(2));
        return new FifoServer(folder, live(world, folder, parameters));
    }

    /// Somebody else may take a port that was free a moment ago.
    private static LiveServer live(StandIns world, TempFolder folder, UnaryOperator<Ctl> parameters)
            throws IOException {
        for (int more = ATTEMPTS; true; more--) {
            String tcp = "tcp:127.0.0.1:" + FreePort.tcp();
            String udp = "udp:127.0.0.1:" + FreePort.udp();
            try {
                return LiveServer.start(
                        builder -> world.addTo(builder)
                                .command(LARGE)
                                .command(SLOW)
                                .command(BREAKS),
                        ctl -> parameters.apply(ctl.fifo("unixs:" + folder.resolve("s"))
                                .fifo("unixd:" + folder.resolve("d"))
                                .fifo(tcp)
                                .fifo(udp)
                                .fifo(folder.resolve("f").toString())));
            } catch (BindException e) {
                if (more == 0) {
                    throw e;
                }
            }
        }
    }

    /// Where lines are spoken over a carrier: `unixs`, `unixd`, `tcp`, `udp`, `fifo`.
    String address(String carrier) {
        return Doors.address(live.chief(), "fifo", carrier + ":");
    }

    long statistic(String name) {
        return live.statistic("ctl", name);
    }

    @Override
    public void close() throws IOException {
        live.close();
        folder.close();
    }
}
