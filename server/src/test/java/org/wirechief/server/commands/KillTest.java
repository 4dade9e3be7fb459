package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.TreeReply;
import org.wirechief.core.Value;

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
        assertThat(server.builtIns(false))
                .extracting(CommandSpec::name)
                .doesNotContain("core.kill")
                .contains("core.ps");
    }
}
