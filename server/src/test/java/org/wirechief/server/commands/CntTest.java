package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Statistic;
import org.wirechief.core.Value;

/// `cnt.*` and `stats.*` show the same numbers.
class CntTest {
    private final FakeServer server = new FakeServer();
    private final AtomicLong requests = new AtomicLong(7);

    @BeforeEach
    void addNumbers() {
        server.statistics.add(List.of(
                new Statistic("ctl", "requests", "whole requests", requests::get),
                new Statistic("ctl", "open", Statistic.Kind.GAUGE, "open connections", () -> 2)));
    }

    private List<Value> call(String command, String... arguments) {
        return server.call(command, Arrays.stream(arguments).map(Value::of).toArray(Value[]::new))
                .values();
    }

    private static Value struct(String first, Value one, String second, Value two) {
        return new Value.Struct(List.of(new Value.Member(first, one), new Value.Member(second, two)));
    }

    @Test
    void oneCounterOrAGroup() {
        assertThat(call("cnt.get", "ctl", "requests")).containsExactly(Value.of(7));
        assertThat(call("cnt.get", "ctl")).containsExactly(struct("requests", Value.of(7), "open", Value.of(2)));
        assertThat(call("cnt.get", "none")).containsExactly(new Value.Struct(List.of()));
        assertThat(server.call("cnt.get", Value.of("ctl"), Value.of(5)).values())
                .isEqualTo(call("cnt.get", "ctl"));
        assertThat(call("cnt.help", "ctl", "requests")).containsExactly(Value.of("whole requests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnt.grps_list", "cnt.list_groups"})
    void groups(String command) {
        assertThat(call(command)).containsExactly(Value.of("ctl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnt.var_list", "cnt.list_vars"})
    void names(String command) {
        assertThat(call(command, "ctl")).containsExactly(Value.of("requests"), Value.of("open"));
        assertThat(call(command, "none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnt.grp_get_all", "cnt.get_vars"})
    void allOfAGroup(String command) {
        assertThat(call(command, "ctl")).containsExactly(struct("requests", Value.of(7), "open", Value.of(2)));
        assertThat(call(command, "none")).containsExactly(new Value.Struct(List.of()));
    }

    /// Whoever adds up what it is told misses nothing.
    @Test
    void whatIsCountedWhileItIsClearedIsToldNextTime() {
        AtomicLong looks = new AtomicLong();
        server.statistics.add(List.of(new Statistic("busy", "looks", "", looks::incrementAndGet)));
        long told = 0;
        for (int i = 0; i < 5; i++) {
            String line = call("stats.clear_statistics", "busy:").getFirst().asText();
            assertThat(line).matches(".* = \\d+ \\(\\d+\\)");
            told += Long.parseLong(line.replaceAll(".*\\((\\d+)\\)", "$1"));
        }

        assertThat(told + server.statistics.value("busy", "looks")).isEqualTo(looks.get());
    }

    @Test
    void aResetIsTakenOffButNotTheRawNumber() {
        call("cnt.reset", "ctl", "requests");
        requests.incrementAndGet();
        assertThat(call("cnt.get", "ctl", "requests")).containsExactly(Value.of(1));
        assertThat(call("cnt.get_raw", "ctl", "requests")).containsExactly(Value.of(8));
    }

    @Test
    void anUnknownCounterIsAFaultWhoseTextEndsInALineFeed() {
        assertThatThrownBy(() -> call("cnt.get", "ctl", "none")).hasMessage("non-existent counter ctl.none\n");
    }

    @Test
    void statisticsAreChosenByAllGroupOrName() {
        assertThat(call("stats.get_statistics", "all"))
                .containsExactly(Value.of("ctl:requests = 7"), Value.of("ctl:open = 2"));
        assertThat(call("stats.get_statistics", "ctl:")).hasSize(2);
        assertThat(call("stats.get_statistics", "open", "requests"))
                .containsExactly(Value.of("ctl:open = 2"), Value.of("ctl:requests = 7"));
        assertThat(call("stats.get_statistics", "none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stats.get_statistics, Please provide which stats to retrieve",
        "stats.fetch, Please provide which stats to retrieve",
        "stats.fetchn, Please provide which stats to retrieve",
        "stats.reset_statistics, Please provide stats name",
        "stats.clear_statistics, Please provide stats name"
    })
    void somethingMustBeChosen(String command, String reason) {
        assertThatThrownBy(() -> call(command)).hasMessage(reason);
        assertThatThrownBy(() -> server.call(command, Value.of(5)).values()).hasMessage(reason);
    }

    /// What was chosen before it counts.
    @Test
    void aNumberEndsTheChoice() {
        assertThatThrownBy(() -> server.call("stats.reset_statistics", Value.of("requests"), Value.of(5))
                        .values())
                .hasMessageContaining("argument 1");
        assertThat(call("cnt.get", "ctl", "requests")).containsExactly(Value.of(0));
    }

    @Test
    void statisticsAreFetchedAsTextOrNumbers() {
        assertThat(call("stats.fetch", "ctl:"))
                .containsExactly(struct("ctl.requests", Value.of("7"), "ctl.open", Value.of("2")));
        assertThat(call("stats.fetchn", "ctl:"))
                .containsExactly(struct("ctl.requests", Value.of(7.0), "ctl.open", Value.of(2.0)));
    }

    @Test
    void clearingTellsWhatWasCounted() {
        assertThat(call("stats.clear_statistics", "ctl:"))
                .containsExactly(Value.of("ctl:requests = 0 (7)"), Value.of("ctl:open = 2"));
        assertThat(call("stats.reset_statistics", "all")).isEmpty();
    }
}
