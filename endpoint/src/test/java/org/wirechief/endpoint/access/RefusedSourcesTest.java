package org.wirechief.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.RefusedSource;

class RefusedSourcesTest {
    /// Such times may be negative and wrap.
    private static final long START = Long.MAX_VALUE - 1000;

    private final RefusedSources sources = new RefusedSources();

    private static long at(Duration later) {
        return START + later.toNanos();
    }

    @Test
    void aSourceIsListedForTenMinutesAfterItAskedLast() {
        sources.refused("192.0.2.7", at(Duration.ZERO));
        sources.refused("op", at(Duration.ofMinutes(1)));
        sources.refused("192.0.2.7", at(Duration.ofMinutes(2)));

        assertThat(sources.list(at(Duration.ofMinutes(3))))
                .containsExactly(
                        new RefusedSource("op", 1, Duration.ofMinutes(8)),
                        new RefusedSource("192.0.2.7", 2, Duration.ofMinutes(9)));
        assertThat(sources.list(at(Duration.ofMinutes(11))))
                .extracting(RefusedSource::source)
                .containsExactly("192.0.2.7");
        assertThat(sources.list(at(Duration.ofMinutes(12)))).isEmpty();
    }

    @Test
    void afterThatItIsCountedAnew() {
        sources.refused("op", at(Duration.ZERO));
        sources.refused("op", at(Duration.ofMinutes(10)));

        assertThat(sources.list(at(Duration.ofMinutes(10))))
                .containsExactly(new RefusedSource("op", 1, Duration.ofMinutes(10)));
    }

    @Test
    void of1025TheOneSilentLongestIsForgottenAndCounted() {
        for (int i = 0; i < 1025; i++) {
            sources.refused("s" + i, at(Duration.ofMillis(i)));
        }

        assertThat(sources.list(at(Duration.ofSeconds(2))))
                .extracting(RefusedSource::source)
                .hasSize(1024)
                .doesNotContain("s0")
                .startsWith("s1");
        assertThat(sources.displaced()).isEqualTo(1);
    }

    @Test
    void oneWhoseTimeHasPassedIsNoLoss() {
        for (int i = 0; i < 1025; i++) {
            sources.refused("s" + i, at(Duration.ofMinutes(i)));
        }

        assertThat(sources.displaced()).isZero();
    }
}
