package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ServiceThread;

class MiLogLevelTest {
    private final FakeServer server =
            new FakeServer(List.of(new ServiceThread("attendant", 4001), new ServiceThread("ctl handler", 4002)));
    private final AtomicLong setting = new AtomicLong(6);

    @BeforeEach
    void theServersSetting() {
        server.settings.add(List.of(new Setting(
                "server",
                "log_level",
                Setting.Type.INTEGER,
                "",
                () -> Value.of(setting.get()),
                value -> setting.set(value.asLong()))));
    }

    private static Value.Struct row(long tid, int level, String type) {
        return struct("PID", tid, "Log level", level, "Type", type);
    }

    @Test
    void withoutALevelItTellsThoseOfAllThreads() {
        assertThat(server.mi("log_level").value())
                .isEqualTo(struct(
                        "Processes", new Value.Arr(List.of(row(4001, 3, "attendant"), row(4002, 3, "ctl handler")))));
    }

    @ParameterizedTest
    @CsvSource({"-3, 1", "-2, 2", "-1, 3", "0, 3", "1, 4", "2, 5", "3, 6", "4, 7", "99, 7", "-99, 1"})
    void aLevelIsToldAsGivenAndSetAsNearAsItGets(int level, int severity) {
        assertThat(server.mi("log_level", level).value()).isEqualTo(struct("New global log level", level));
        assertThat(setting).hasValue(severity);
    }

    @ParameterizedTest
    @CsvSource({"0, -3", "1, -3", "2, -2", "3, -1", "4, 1", "5, 2", "6, 3", "7, 4"})
    void severitiesAreToldAsOpenSipsCountsThem(int severity, int level) {
        setting.set(severity);

        assertThat(server.mi("log_level").value().at("Processes").at(0)).isEqualTo(row(4001, level, "attendant"));
    }

    @Test
    void aThreadMayHaveItsOwn() {
        assertThat(server.mi("log_level", 4, 4002).value()).isEqualTo(struct("Log level", 4));

        assertThat(server.threadLevels).containsExactly(java.util.Map.entry(4002L, 7));
        assertThat(server.mi("log_level").value().at("Processes").at(1)).isEqualTo(row(4002, 4, "ctl handler"));
        assertThat(setting).hasValue(6);
    }

    @Test
    void pid0MeansAll() {
        assertThat(server.mi("log_level", 2, 0).value()).isEqualTo(struct("New global log level", 2));
    }

    @Test
    void anotherPidIsABadParameter() {
        Fault fault = catchThrowableOfType(
                Fault.class, () -> server.mi("log_level", 2, 1).value());

        assertThat(fault.code()).isEqualTo(400);
        assertThat(fault.reason()).isEqualTo("Bad parameter");
        assertThat(fault.data()).isEqualTo("Bad PID");
        assertThat(setting).hasValue(6);
    }

    @Test
    void theLevelOfAllTakesThePlaceOfThoseOfThreads() {
        LogLevels levels = new LogLevels(_ -> {}, (_, _) -> {}, List.of());
        levels.thread(4002, 7);
        levels.all(4);

        assertThat(levels.of(4002, 4)).isEqualTo(4);
    }
}
