package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimeLeftTest {
    @Test
    void becomesLess() throws Exception {
        Duration hour = Duration.ofHours(1);
        TimeLeft left = TimeLeft.of(hour);
        Thread.sleep(2);

        assertThat(left.now()).isPositive().isLessThan(hour);
    }

    @Test
    void isNeverNothing() throws Exception {
        TimeLeft over = TimeLeft.of(Duration.ofMillis(1));
        Thread.sleep(2);

        assertThat(over.now()).isEqualTo(Duration.ofNanos(1));
    }
}
