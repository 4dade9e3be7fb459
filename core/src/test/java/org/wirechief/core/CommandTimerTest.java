package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandTimerTest {
    private static final long MILLI = 1_000_000;

    private final Clock clock = new Clock();
    private final CommandSpec spec = CommandSpec.named("demo.it").run((_, _) -> clock.now += clock.aCommand);
    private final Dispatch dispatch = new Dispatch(new Commands(List.of(spec)), List.of(), clock);
    private final CommandTimer timer = dispatch.timer("demo");

    @Test
    void aCommandByItselfIsTimedByItself() {
        clock.aCommand = 7;
        dispatch.run(spec, new NoCall("demo"), new TreeReply());

        assertThat(clock.told).containsExactly("1 took 7");
    }

    @Test
    void shortOnesAreTimedSomeAtATimeAfterTheFirst() {
        clock.aCommand = 1000;
        timer.begin();
        run(20);
        assertThat(clock.told).containsExactly("1 took 1000", "8 took 8000", "8 took 8000");

        timer.end();
        assertThat(clock.told).last().isEqualTo("3 took 3000");
    }

    @Test
    void theEndOfATurnInWhichNothingRanTellsNothing() {
        timer.begin();
        timer.end();

        assertThat(clock.told).isEmpty();
    }

    @Test
    void afterSomeThatTookLongManyAreTimedOneByOne() {
        timer.begin();
        run(1);
        clock.aCommand = MILLI;
        run(8);
        clock.told.clear();
        clock.aCommand = 1000;
        run(CommandTimer.ALONE + 8);

        assertThat(clock.told).hasSize(CommandTimer.ALONE + 1).startsWith("1 took 1000");
        assertThat(clock.told.subList(0, CommandTimer.ALONE)).containsOnly("1 took 1000");
        assertThat(clock.told).last().isEqualTo("8 took 8000");
    }

    @Test
    void whatPassesBetweenTwoTurnsDoesNotCount() {
        clock.aCommand = 10;
        timer.begin();
        run(1);
        timer.end();
        clock.now += 60_000 * MILLI;
        timer.begin();
        run(1);
        timer.end();

        assertThat(clock.told).containsExactly("1 took 10", "1 took 10");
    }

    @Test
    void whatOneConnectionTookIsNotCountedAgainForTheNextOfTheSameTurn() {
        clock.aCommand = 10;
        timer.begin();
        run(1);
        timer.begin();
        run(1);
        timer.end();

        assertThat(clock.told).containsExactly("1 took 10", "1 took 10");
    }

    /// Where memory has run out, telling fails too.
    @Test
    void whatCouldNotBeToldIsForgotten() {
        timer.begin();
        run(8);
        clock.isBroken = true;
        assertThatThrownBy(() -> run(1)).isInstanceOf(OutOfMemoryError.class);
        clock.isBroken = false;
        clock.told.clear();
        run(8);

        assertThat(clock.told).containsExactly("8 took 16000");
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) {
            dispatch.run(spec, new NoCall("demo"), new TreeReply(), timer);
        }
    }

    private static final class Clock implements CommandTimes {
        final List<String> told = new ArrayList<>();
        long now = Long.MAX_VALUE - 5000; // it may wrap
        long aCommand = 1000;
        boolean isBroken;

        @Override
        public long now() {
            if (isBroken) {
                throw new OutOfMemoryError("as asked");
            }
            return now;
        }

        @Override
        public void took(List<CommandSpec> ran, String module, long nanos) {
            assertThat(module).isEqualTo("demo");
            told.add(ran.size() + " took " + nanos);
        }
    }
}
