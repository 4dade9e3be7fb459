package org.wirechief.server.statistics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {
    @Test
    void userAndSystemTimeAreAddedUp() {
        String stat = "4002 (ctl) handler) S 1 4001 4001 0 -1 4194560 100 0 0 0 150 25 0 0 20 0 12 0 77";

        assertThat(CpuTime.parse(stat.getBytes(US_ASCII), stat.length())).isEqualTo(1_750_000_000L);
    }

    @Test
    void oneThatIsOpenTellsTheSame() throws Exception {
        try (CpuTime open = CpuTime.open(CpuTime.PROCESS)) {
            for (int i = 0; i < 3; i++) {
                long before = CpuTime.ofProcess();
                assertThat(open.nanos()).isBetween(before, before + 1_000_000_000_000L);
                assertThat(CpuTime.ofProcess()).isGreaterThanOrEqualTo(open.nanos() - 20_000_000L);
            }
        }
    }

    @Test
    void thisProcessHasTakenSome() {
        assertThat(CpuTime.ofProcess()).isPositive();
    }

    @Test
    void aThreadThatIsGoneHasTakenNone() {
        assertThat(CpuTime.ofThread(Integer.MAX_VALUE)).isZero();
    }
}
