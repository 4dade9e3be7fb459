package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirechief.core.CommandSpec;

final class SlowCommandsTest {
    private static final long MILLI = 1_000_000;

    private final CommandSpec sum = CommandSpec.named("demo.sum").run((_, _) -> {});
    private final CommandSpec list = CommandSpec.named("demo.list").run((_, _) -> {});
    private final Said said = new Said();
    private final AtomicInteger begun = new AtomicInteger();
    private final SlowCommands slow = new SlowCommands(begun::incrementAndGet, said);

    @Test
    void aSlowOneIsCountedAndFromTheSecondTimeOnNamed() {
        slow.took(List.of(sum), "ctl", 6 * MILLI);
        assertThat(said.lines).isEmpty();
        slow.took(List.of(sum), "ctl", 12 * MILLI);

        assertThat(slow.count()).isEqualTo(2);
        assertThat(said.lines).containsExactly("command demo.sum held up its thread for 12 ms: declare it blocking");
    }

    @Test
    void namedOnceASecondAtMost() {
        for (int i = 0; i < 100; i++) {
            slow.took(List.of(sum), "ctl", 6 * MILLI);
        }

        assertThat(slow.count()).isEqualTo(100);
        assertThat(said.lines).hasSizeBetween(1, 100 - 1);
    }

    @Test
    void ofSomeThatRanTogetherNobodyKnowsWhich() {
        slow.took(List.of(sum, list, sum), "ctl", 6 * MILLI);
        slow.took(List.of(sum, sum), "ctl", 6 * MILLI);
        slow.took(List.of(sum, sum), "ctl", 6 * MILLI);

        assertThat(slow.count()).isEqualTo(3);
        assertThat(said.lines).isEmpty();
    }

    @Test
    void whatIsShortOrMayTakeItsTimeIsNotSlow() {
        CommandSpec blocking = CommandSpec.named("demo.wait").blocking().run((_, _) -> {});
        slow.took(List.of(sum), "ctl", 5 * MILLI);
        slow.took(List.of(blocking), "ctl", 5000 * MILLI);

        assertThat(slow.count()).isZero();
    }

    @Test
    void timeIsAddedUpByModule() {
        slow.took(List.of(sum, list), "ctl", 4 * MILLI);
        slow.took(List.of(sum), "ctl", 3 * MILLI);
        slow.took(List.of(sum), "mi_fifo", MILLI);

        assertThat(slow.time("ctl").value().getAsLong()).isEqualTo(7000);
        assertThat(slow.time("mi_fifo").value().getAsLong()).isEqualTo(1000);
    }

    @Test
    void whoTakesTheTimeAsCommandsBeginTellsThatTheyDo() {
        assertThat(begun).hasValue(0);
        slow.now();

        assertThat(begun).hasValue(1);
    }

    private static final class Said implements System.Logger {
        final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "said";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... params) {
            lines.add(MessageFormat.format(format, params));
        }
    }
}
