package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleTimeTest {
    @Test
    void tellsWhoWasWokenAndForHowLong() {
        Map<String, ThreadUse> before = Map.of(
                "1", ThreadUse.of("main\n", "5000000 1 9\n"), "2", ThreadUse.of("C2 CompilerThre\n", "7000000 0 4\n"));
        Map<String, ThreadUse> after = Map.of(
                "1", ThreadUse.of("main\n", "5000000 1 9\n"),
                "2", ThreadUse.of("C2 CompilerThre\n", "7600000 0 10\n"),
                "3", ThreadUse.of("new\n", "2400000 0 1\n"));

        assertThat(IdleTime.between(before, after, 30).told()).isEqualTo("""
                        - processor time while nobody asks: 0.100 ms a second, 0.0100 % of one
                        - turns of its threads meanwhile, a minute: `new` 2, `C2 CompilerThre` 12
                        """);
    }

    @Test
    void tellsThatNobodyWas() {
        assertThat(IdleTime.between(Map.of(), Map.of(), 30).told()).endsWith("a minute: none\n");
    }
}
