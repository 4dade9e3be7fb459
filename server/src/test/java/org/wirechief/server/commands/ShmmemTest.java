package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Value;
import org.wirechief.server.statistics.MemoryUse;

class ShmmemTest {
    private static final long GB = 1 << 30;

    private final FakeServer server = new FakeServer();

    @Test
    void figuresAreInBytesAndAddUp() {
        Value answer = server.call("core.shmmem").value();

        assertThat(((Value.Struct) answer).members())
                .extracting(member -> member.name().toString())
                .containsExactly("total", "free", "used", "real_used", "max_used", "fragments");
        assertThat(answer.at("free").asLong() + answer.at("real_used").asLong())
                .isEqualTo(answer.at("total").asLong());
        assertThat(answer.at("used").asLong()).isPositive();
        assertThat(answer.at("max_used").asLong())
                .isBetween(answer.at("used").asLong(), answer.at("total").asLong());
        assertThat(answer.at("fragments").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "b, 8589934592, 5368709121, 3221225471, 6442450944",
        "B, 8589934592, 5368709121, 3221225471, 6442450944",
        "k, 8388608, 5242880, 3145727, 6291456",
        "kB, 8388608, 5242880, 3145727, 6291456",
        "m, 8192, 5120, 3071, 6144",
        "Mb, 8192, 5120, 3071, 6144",
        "g, 8, 5, 2, 6",
        "GB, 8, 5, 2, 6"
    })
    void unitsDivideAndCutOff(String unit, long total, long free, long used, long peak) {
        assertThat(answer(new MemoryUse(8 * GB, 3 * GB - 1, 6 * GB), Value.of(unit)))
                .isEqualTo(struct(
                        "total", total,
                        "free", free,
                        "used", used,
                        "real_used", used,
                        "max_used", peak,
                        "fragments", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "kk", "bb", "t", "byte", "m "})
    void anotherUnitIsRefused(String unit) {
        assertThatThrownBy(server.call("core.shmmem", Value.of(unit))::value)
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(500);
                    assertThat(fault.reason()).isEqualTo("bad param, (use b|k|m|g)");
                });
    }

    @Test
    void aNumberCountsAsNoUnit() {
        assertThat(answer(new MemoryUse(100, 40, 60), Value.of(5)).at("total").asLong())
                .isEqualTo(100);
    }

    /// Of a JVM whose figures are given.
    private static Value answer(MemoryUse use, Value argument) {
        Commands commands = new Commands(List.of(Shmmem.of(() -> use)));
        return FakeServer.call(commands, "core.shmmem", argument).value();
    }
}
