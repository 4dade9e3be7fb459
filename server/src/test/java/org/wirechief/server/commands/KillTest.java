package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Settings;
import org.wirechief.core.Statistics;
import org.wirechief.core.TreeReply;
import org.wirechief.core.Value;
import org.wirechief.core.event.Events;

class KillTest {
    private final FakeServer server = new FakeServer();

    @Test
    void itAnswersFirstAndThenStops() {
        TreeReply reply = server.call("core.kill");
        assertThat(reply.values()).isEmpty();
        assertThat(server.stops).hasValue(0);

        reply.sent();

        assertThat(server.stops).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 9, 15})
    void signalsThatEndAProgramStop(long signal) {
        TreeReply reply = server.call("core.kill", Value.of(signal));
        reply.sent();

        assertThat(reply.values()).isEmpty();
        assertThat(server.stops).hasValue(1);
    }

    @Test
    void signal0OnlyTests() {
        TreeReply reply = server.call("core.kill", Value.of(0));
        reply.sent();

        assertThat(reply.values()).isEmpty();
        assertThat(server.stops).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 19, -15, 65, 4294967311L})
    void otherSignalsAreRefused(long signal) {
        TreeReply reply = server.call("core.kill", Value.of(signal));
        reply.sent();

        assertThatThrownBy(reply::value)
                .isInstanceOf(Fault.class)
                .hasMessage("signal " + signal + " does not stop this server: use 15, 2, 3 or 9");
        assertThat(server.stops).hasValue(0);
    }

    @Test
    void whatIsNoSignalStopsNothing() {
        TreeReply reply = server.call("core.kill", Value.of("TERM"));
        reply.sent();

        assertThatThrownBy(reply::value).isInstanceOf(Fault.class);
        assertThat(server.stops).hasValue(0);
    }

    @Test
    void aServerThatMayNotBeKilledDoesNotKnowIt() {
        ServerState state = new ServerState(
                Identity.of("", ""),
                Instant::now,
                Instant::now,
                Instant.now(),
                List.of(),
                new Commands(),
                new Statistics(),
                new Settings(),
                new Events(),
                new LocalCache(100, 1000),
                new LogLevels(_ -> {}, (_, _) -> {}, List.of()),
                new StatusReports(Instant::now),
                List.of(),
                List::of,
                server.stops::incrementAndGet);

        assertThat(BuiltIns.of(state, false))
                .extracting(CommandSpec::name)
                .doesNotContain("core.kill")
                .contains("core.ps");
    }
}
