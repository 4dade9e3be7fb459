package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LookoutTest {
    private final Lookout lookout = new Lookout(2);

    @Test
    void nobodyLooksForWhatNobodyExpects() {
        assertThat(lookout.isWorthIt()).isFalse();
    }

    @Test
    void whoSendsFewAtATimeIsNotExpectedToSendMoreSoon() {
        lookout.served(Lookout.MANY - 1);

        assertThat(lookout.isWorthIt()).isFalse();
    }

    @Test
    void oneWithFewDoesNotTakeAwayWhatOneWithManyPromises() {
        lookout.served(Lookout.MANY);
        lookout.served(1);

        assertThat(lookout.isWorthIt()).isTrue();
    }

    @Test
    void oneLookForEachExpectation() {
        lookout.served(Lookout.MANY);

        assertThat(lookout.isWorthIt()).isTrue();
        assertThat(lookout.isWorthIt()).isFalse();
    }

    @Test
    void withOneProcessorNobodyLooks() {
        Lookout alone = new Lookout(1);
        alone.served(Lookout.MANY);

        assertThat(alone.isWorthIt()).isFalse();
    }

    @Test
    void eachLookInVainLetsTwiceAsManyChancesPass() {
        assertThat(passedAfterLookInVain()).isEqualTo(1);
        assertThat(passedAfterLookInVain()).isEqualTo(2);
        assertThat(passedAfterLookInVain()).isEqualTo(4);
        for (int i = 0; i < 10; i++) {
            passedAfterLookInVain();
        }
        assertThat(passedAfterLookInVain()).isEqualTo(256);
    }

    @Test
    void aLookThatPaidForgetsThoseInVain() {
        passedAfterLookInVain();
        passedAfterLookInVain();
        lookout.ended(true);
        lookout.served(Lookout.MANY);

        assertThat(lookout.isWorthIt()).isTrue();
        assertThat(passedAfterLookInVain()).isEqualTo(1);
    }

    @Test
    void looksUntilSomethingHasCome() throws IOException {
        var asked = new AtomicInteger();

        assertThat(lookout.look(() -> asked.incrementAndGet() == 3 ? 7 : 0)).isEqualTo(7);
        assertThat(asked.get()).isEqualTo(3);
        lookout.served(Lookout.MANY);
        assertThat(lookout.isWorthIt()).as("it paid").isTrue();
    }

    @Test
    void aLookEndsWhenNothingComes() throws IOException {
        assertThat(lookout.look(() -> 0)).isZero();
        lookout.served(Lookout.MANY);
        assertThat(lookout.isWorthIt()).as("it did not pay").isFalse();
    }

    @Test
    void somethingElseEndsALookThatSaysNothing() throws IOException {
        assertThat(lookout.look(() -> -1)).isEqualTo(-1);
        lookout.served(Lookout.MANY);
        assertThat(lookout.isWorthIt()).isTrue();
    }

    /// Until it is worth it again.
    private int passedAfterLookInVain() {
        lookout.ended(false);
        int passed = 0;
        lookout.served(Lookout.MANY);
        while (!lookout.isWorthIt()) {
            passed++;
            lookout.served(Lookout.MANY);
        }
        return passed;
    }
}
