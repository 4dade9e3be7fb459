package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;

class CfgTest {
    private final FakeServer server = new FakeServer();
    private final AtomicReference<Value> level = new AtomicReference<>(Value.of(6));
    private final AtomicReference<Value> text = new AtomicReference<>(Value.of("old"));

    @BeforeEach
    void addSettings() {
        server.settings.add(List.of(
                new Setting("server", "log_level", Setting.Type.INTEGER, "how much is logged", level::get, value -> {
                    if (value.asLong() > 7) {
                        throw ConfigError.of("server.log_level", value.asText(), "allowed are 0 to 7");
                    }
                    level.set(value);
                }),
                new Setting("tm", "default_reason", Setting.Type.TEXT, "a text", text::get, text::set)));
    }

    private List<Value> call(String command, Object... arguments) {
        Value[] values = new Value[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i] instanceof Integer n ? Value.of(n) : Value.of((String) arguments[i]);
        }
        return server.call(command, values).values();
    }

    @Test
    void listNamesGroupAndVariable() {
        assertThat(call("cfg.list")).containsExactly(Value.of("server: log_level"), Value.of("tm: default_reason"));
        assertThat(call("cfg.list", "tm")).containsExactly(Value.of("tm: default_reason"));
        assertThat(call("cfg.list", "none")).isEmpty();
        assertThat(call("cfg.list", 5)).isEqualTo(call("cfg.list"));
    }

    @Test
    void getTellsOneOrAGroup() {
        assertThat(call("cfg.get", "server", "log_level")).containsExactly(Value.of(6));
        assertThat(call("cfg.get", "tm"))
                .containsExactly(new Value.Struct(List.of(new Value.Member("default_reason", Value.of("old")))));
        assertThat(call("cfg.get", "tm", "")).isEqualTo(call("cfg.get", "tm"));
        assertThat(call("cfg.get", "none")).containsExactly(new Value.Struct(List.of()));
        assertThat(call("cfg.get", "none[1]")).containsExactly(new Value.Struct(List.of()));
        assertThat(call("cfg.get", "none[")).containsExactly(new Value.Struct(List.of()));
    }

    @Test
    void helpTellsTheType() {
        assertThat(call("cfg.help", "server", "log_level"))
                .containsExactly(Value.of("how much is logged"), Value.of("(parameter type is integer)"));
        assertThat(call("cfg.help", "tm", "default_reason"))
                .containsExactly(Value.of("a text"), Value.of("(parameter type is string)"));
    }

    @ParameterizedTest
    @CsvSource({"cfg.set", "cfg.seti", "cfg.set_now_int"})
    void numbersAreSetAtOnce(String command) {
        assertThat(call(command, "server", "log_level", 3)).isEmpty();
        assertThat(level).hasValue(Value.of(3));
    }

    @ParameterizedTest
    @CsvSource({"cfg.set", "cfg.sets", "cfg.set_now_string"})
    void textIsSetAtOnce(String command) {
        assertThat(call(command, "tm", "default_reason", "new")).isEmpty();
        assertThat(text).hasValue(Value.of("new"));
    }

    @Test
    void textThatIsANumberSetsANumber() {
        call("cfg.sets", "server", "log_level", "3");
        assertThat(level).hasValue(Value.of(3));
    }

    @Test
    void delayedChangesWaitAndShowInTheDiff() {
        call("cfg.set_delayed_int", "server", "log_level", 3);
        assertThat(level).hasValue(Value.of(6));
        assertThat(call("cfg.diff"))
                .containsExactly(new Value.Struct(List.of(
                        new Value.Member("group name", Value.of("server")),
                        new Value.Member("variable name", Value.of("log_level")),
                        new Value.Member("old value", Value.of(6)),
                        new Value.Member("new value", Value.of(3)))));
        call("cfg.commit");
        assertThat(level).hasValue(Value.of(3));
        call("cfg.set_delayed", "server", "log_level", 1);
        call("cfg.rollback");
        call("cfg.commit");
        assertThat(level).hasValue(Value.of(3));
        call("cfg.reset", "server");
        assertThat(level).hasValue(Value.of(6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cfg.get        | server       | none      |   | Failed to get the variable
                    cfg.get        | server[1]    | log_level |   | Failed to get the variable
                    cfg.get        | server[x]    | log_level |   | Wrong group syntax. Use either "group", or "group[id]"
                    cfg.get        | server[1]    |           |   | Failed to get the variable
                    cfg.get        | server[1     | log_level |   | Failed to get the variable
                    cfg.get        | server[]     | log_level |   | Wrong group syntax. Use either "group", or "group[id]"
                    cfg.get        | server]      | log_level |   | Wrong group syntax. Use either "group", or "group[id]"
                    cfg.get        | [1]          | log_level |   | Wrong group syntax. Use either "group", or "group[id]"
                    cfg.get        | a[4294967296] | x        |   | Wrong group syntax. Use either "group", or "group[id]"
                    cfg.get        |              |           |   | Failed to get the parameters
                    cfg.help       | none         | log_level |   | Failed to get the variable description
                    cfg.help       | server[x]    | log_level |   | Failed to get the variable description
                    cfg.seti       | server       | none      | 1 | Failed to set the variable
                    cfg.seti       | server       | log_level | 9 | Failed to set the variable: server.log_level = 9: allowed are 0 to 7
                    cfg.sets       | server       | log_level | x | Failed to set the variable: server.log_level = x: takes an integer
                    cfg.del        | server       | log_level |   | Wrong group syntax. Use "group[id]"
                    cfg.del        | server[1]    | log_level |   | Failed to delete the value: group server has no instances
                    cfg.del        | none[1]      | log_level |   | Failed to delete the value
                    cfg.add_group_inst | none[1]  |           |   | Failed to add the group instance
                    cfg.del_group_inst | server[1] |          |   | Failed to delete the group instance: group server has no instances
                    cfg.reset      | none[x]      |           |   | Wrong group syntax. Use either "group", or "group[id]"
                    """)
    void whatCannotBeIsAFault(String command, String group, String name, String value, String reason) {
        Object[] arguments = java.util.stream.Stream.of(group, name, value)
                .filter(java.util.Objects::nonNull)
                .map(text -> command.equals("cfg.seti") && text.matches("\\d") ? (Object) Integer.valueOf(text) : text)
                .toArray();
        assertThatThrownBy(() -> call(command, arguments)).hasMessage(reason);
        assertThat(level).hasValue(Value.of(6));
    }

    @Test
    void numbersWhereNamesBelongAreNotRead() {
        assertThatThrownBy(() -> call("cfg.get", 5)).hasMessage("Failed to get the parameters");
        assertThatThrownBy(() -> call("cfg.get", "server", 5)).hasMessage("Failed to get the parameters");
    }

    @Test
    void resettingWhatIsNotThereDoesNothing() {
        call("cfg.seti", "server", "log_level", 3);
        assertThat(call("cfg.reset", "none")).isEmpty();
        assertThat(call("cfg.reset", "server[1]")).isEmpty();
        assertThat(level).hasValue(Value.of(3));
    }
}
