package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.server.commands.FakeServer.struct;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Fault;

class MiLogConsumersTest {
    private final FakeServer server = new FakeServer();

    /// Counted as `log_level` does, and told as near as it got.
    @ParameterizedTest
    @CsvSource({"0, 7, 0", "-3, 1, -3", "-1, 3, -1", "1, 4, 1", "3, 6, 3", "4, 7, 0", "99, 7, 0"})
    void aFilter(int level, int severity, int told) {
        assertThat(server.mi("log_level_filter", "stderror").value()).isEqualTo(struct("Log level filter", 0));

        assertThat(server.mi("log_level_filter", "stderror", level).isFault()).isFalse();

        assertThat(server.standardError.most()).isEqualTo(severity);
        assertThat(server.mi("log_level_filter", "stderror").value()).isEqualTo(struct("Log level filter", told));
    }

    @Test
    void aMute() {
        assertThat(server.mi("log_mute_state", "stderror").value()).isEqualTo(struct("mute state", 0));

        assertThat(server.mi("log_mute_state", "stderror", 1).isFault()).isFalse();

        assertThat(server.standardError.isMuted()).isTrue();
        assertThat(server.mi("log_mute_state", "stderror").value()).isEqualTo(struct("mute state", 1));
        assertThat(server.mi("log_mute_state", "stderror", 0).isFault()).isFalse();
        assertThat(server.standardError.isMuted()).isFalse();
    }

    /// There is none, and nobody is told that it was set.
    @ParameterizedTest
    @ValueSource(strings = {"syslog", "event", ""})
    void anotherConsumer(String name) {
        assertThatThrownBy(() -> server.mi("log_mute_state", name, 1).value())
                .isInstanceOf(Fault.class)
                .hasMessage("Unknown log consumer");
        assertThatThrownBy(() -> server.mi("log_level_filter", name).value())
                .isInstanceOf(Fault.class)
                .hasMessage("Unknown log consumer");
    }
}
