package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Value;

class MiHelpTest {
    private final FakeServer server = new FakeServer();

    private static Value.Arr array(String... names) {
        return new Value.Arr(Stream.of(names).map(Value::of).toList());
    }

    /// The order of OpenSIPS.
    @Test
    void whichListsTheCommandsAsTheyWereAdded() {
        server.commands.add(List.of(CommandSpec.named("demo.hello").run((_, _) -> {})));

        assertThat(server.mi("which").value())
                .isEqualTo(array(
                        "get_statistics",
                        "list_statistics",
                        "reset_statistics",
                        "reset_all_statistics",
                        "uptime",
                        "version",
                        "pwd",
                        "arg",
                        "which",
                        "ps",
                        "kill",
                        "log_level",
                        "log_level_filter",
                        "log_mute_state",
                        "cache_store",
                        "cache_fetch",
                        "cache_remove",
                        "event_subscribe",
                        "events_list",
                        "subscribers_list",
                        "raise_event",
                        "list_tcp_conns",
                        "mem_shm_dump",
                        "sr_get_status",
                        "sr_list_status",
                        "sr_list_reports",
                        "sr_list_identifiers",
                        "help",
                        "list_blacklists",
                        "check_blacklists",
                        "demo.hello"));
    }

    /// `which_log_level`, and the recipes of spec mi-json §10.
    @Test
    void whichTellsTheRecipesOfACommand() {
        assertThat(server.mi("which", "log_level").value())
                .isEqualTo(new Value.Arr(List.of(array(), array("level"), array("level", "pid"))));
        assertThat(server.mi("which", "cache_store").value())
                .isEqualTo(new Value.Arr(
                        List.of(array("system", "attr", "value"), array("system", "attr", "value", "expire"))));
        assertThat(server.mi("which", "get_statistics").value()).isEqualTo(new Value.Arr(List.of(array("statistics"))));
        assertThat(server.mi("which", "list_statistics").value())
                .isEqualTo(new Value.Arr(List.of(array(), array("statistics"))));
        assertThat(server.mi("which", "help").value()).isEqualTo(new Value.Arr(List.of(array(), array("mi_cmd"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "core:", "nosuch", "core.uptime"})
    void whichKnowsNoOther(String name) {
        assertThatThrownBy(() -> server.mi("which", name).value())
                .isInstanceOf(Fault.class)
                .hasMessage("unknown MI command");
    }

    @Test
    void whichKnowsTheNamesOf40WhenItsCallerDoes() {
        assertThat(server.mi(MiNaming.V4, "which", "statistics:").value())
                .isEqualTo(array("statistics:get", "statistics:list", "statistics:reset", "statistics:reset_all"));
        assertThat(server.mi(MiNaming.V4, "which", "get_statistics").value())
                .isEqualTo(new Value.Arr(List.of(array("statistics"))));
        assertThat(server.mi(MiNaming.V4, "which").value().at(27)).isEqualTo(Value.of("core:help"));
        assertThatThrownBy(() -> server.mi(MiNaming.V4, "which", "nosuch:").value())
                .hasMessage("unknown MI command");
    }

    @Test
    void helpSaysWhatACommandDoesAndWhoBringsIt() {
        assertThat(server.mi("help", "which").value())
                .isEqualTo(struct(
                        "Help", "Lists the commands, or the parameters a command takes.", "Exported by", "core"));
        assertThat(server.mi("help", "get_statistics").value().at("Exported by"))
                .isEqualTo(Value.of("statistics"));
        assertThat(server.mi("help", "cache_store").value().at("Exported by")).isEqualTo(Value.of("core"));
        assertThat(server.mi(MiNaming.V4, "help", "statistics:get").value().at("Exported by"))
                .isEqualTo(Value.of("statistics"));
    }

    @Test
    void helpForACommandWithoutSummary() {
        server.commands.add(List.of(CommandSpec.named("demo.hello").run((_, _) -> {})));

        assertThat(server.mi("help", "demo.hello").value())
                .isEqualTo(struct("Help", "not available for this command", "Exported by", "demo"));
    }

    @Test
    void helpAloneSaysHowToAsk() {
        Value usage = Value.of("Usage: help mi_cmd - returns information about 'mi_cmd'");

        assertThat(server.mi("help").value()).isEqualTo(usage);
        assertThat(server.mi("help", "").value()).isEqualTo(usage);
        assertThatThrownBy(() -> server.mi("help", "xyz").value()).hasMessage("unknown MI command");
    }
}
