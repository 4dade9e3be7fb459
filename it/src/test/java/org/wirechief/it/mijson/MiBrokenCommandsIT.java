package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.server.Wirechief;
import org.wirechief.server.WirechiefBuilder;

/// Commands that throw what no command should, over both doors of MI: what their callers are told,
/// that it is counted and logged, and that nobody else pays.
class MiBrokenCommandsIT {
    // kept here: a logger nobody holds forgets its handlers
    private static final Logger LOGGER = Logger.getLogger("org.wirechief.core.Dispatch");

    private static final String VERSION = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":7}";

    private final Log log = new Log();

    /// What is thrown, on the door's thread and beside it.
    enum Accident {
        EXCEPTION,
        ERROR,
        MEMORY,
        LATER_EXCEPTION,
        LATER_MEMORY;

        String command() {
            return "broken." + name().toLowerCase(Locale.ROOT);
        }

        private CommandSpec spec() {
            var draft = CommandSpec.named(command());
            return (name().startsWith("LATER") ? draft.blocking() : draft).run((_, reply) -> {
                reply.add("the beginning of an answer");
                switch (this) {
                    case EXCEPTION, LATER_EXCEPTION -> throw new IllegalStateException("thrown by a test");
                    case ERROR -> throw new Error("thrown by a test");
                    case MEMORY, LATER_MEMORY -> throw new OutOfMemoryError("thrown by a test");
                }
            });
        }

        String request(String rest) {
            return "{\"jsonrpc\":\"2.0\",\"method\":\"" + command() + "\"" + rest + "}";
        }
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(log);
    }

    private static WirechiefBuilder program(WirechiefBuilder program) {
        return program.commands(
                Arrays.stream(Accident.values()).map(Accident::spec).toList());
    }

    private static long brokenCommands(Wirechief chief) {
        return chief.statistics().value("server", "broken_commands");
    }

    /// That so many are counted and logged; some may still run.
    private void assertToldOf(Accident accident, Wirechief chief, int times) {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .until(() -> brokenCommands(chief) == times && log.of(accident).size() == times);
        assertThat(log.of(accident)).allMatch(record -> record.getLevel().equals(Level.SEVERE));
    }

    @ParameterizedTest
    @EnumSource
    void onAFifo(Accident accident) throws Exception {
        try (MiFifoServer server = MiFifoServer.start(MiBrokenCommandsIT::program, mi -> mi)) {
            assertThat(server.ask("r", accident.request(",\"id\":1"))).isEqualTo("failed to build response");
            assertToldOf(accident, server.chief(), 1);
            assertThat(server.ask("r", accident.request(""))).isEmpty();
            assertToldOf(accident, server.chief(), 2);

            FutureTask<String> good = server.reading("good");
            server.write("::" + accident.request(",\"id\":1") + "::" + MiFifoServer.STORE.formatted("k", "kept")
                    + ":good:" + VERSION);
            assertThat(MiFifoServer.get(good)).contains(OpenSips.VERSION).endsWith("\"id\":7}");
            assertThat(server.fetched("k")).contains("\"kept\"");
            assertToldOf(accident, server.chief(), 3);
            assertThat(server.statistic("fifo_handler_errors")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onADatagram(Accident accident) throws Exception {
        try (MiServer server = MiServer.start("unix", MiBrokenCommandsIT::program, mi -> mi.dialect("auto"));
                RawDatagrams client = server.connect()) {
            assertThat(ask(client, accident.request(",\"id\":1"))).isEqualTo("500 Internal error");
            assertThat(ask(client, ":" + accident.command() + ":\n")).startsWith("500 ");
            assertToldOf(accident, server.chief(), 2);

            client.send(accident.request("").getBytes(ISO_8859_1));
            assertToldOf(accident, server.chief(), 3);
            assertThat(ask(client, VERSION)).endsWith("\"id\":7}");
        }
    }

    private static String ask(RawDatagrams client, String request) throws Exception {
        client.send(request.getBytes(ISO_8859_1));
        return new String(client.receive(), ISO_8859_1);
    }

    /// Behind a request that nobody is answered: on the thread that reads all of them.
    @Test
    void whatFollowsAnAnswerMayFailToo() throws Exception {
        CommandSpec after = CommandSpec.named("broken.after").run((_, reply) -> {
            reply.ok();
            reply.afterSend(() -> {
                throw new IllegalStateException("thrown by a test");
            });
        });
        try (MiFifoServer server = MiFifoServer.start(program -> program.command(after), mi -> mi)) {
            FutureTask<String> good = server.reading("good");
            server.write("::{\"jsonrpc\":\"2.0\",\"method\":\"broken.after\",\"id\":1}::"
                    + MiFifoServer.STORE.formatted("k", "kept") + ":good:" + VERSION);

            assertThat(MiFifoServer.get(good)).endsWith("\"id\":7}");
            assertThat(server.fetched("k")).contains("\"kept\"");
            assertThat(server.statistic("fifo_handler_errors")).isEqualTo(1);
        }
    }

    private static final class Log extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        List<LogRecord> of(Accident accident) {
            return records.stream()
                    .filter(record -> record.getMessage().startsWith("command " + accident.command() + " failed: "))
                    .toList();
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
