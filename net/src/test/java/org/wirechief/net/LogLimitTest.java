package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogLimitTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Told log = new Told(new ArrayList<>());
    private final LogLimit limit = new LogLimit(now::get);

    private void warn(String text) {
        limit.warn(log, () -> text);
    }

    @Test
    void warnsOnceAMinuteAndSaysHowManyItLeftOut() {
        warn("a {0}");
        warn("b");
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        warn("c");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        warn("d");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        warn("e");

        assertThat(log.lines)
                .containsExactly(
                        "WARNING a {0}", "DEBUG b", "DEBUG c", "WARNING d (2 like it went unsaid)", "WARNING e");
    }

    private record Told(List<String> lines) implements System.Logger {
        @Override
        public String getName() {
            return "told";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String text, @Nullable Throwable thrown) {
            throw new AssertionError("nothing was thrown");
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String text, Object @Nullable ... values) {
            // names of clients must not be formats
            assertThat(values).isNullOrEmpty();
            lines.add(level + " " + text);
        }
    }
}
