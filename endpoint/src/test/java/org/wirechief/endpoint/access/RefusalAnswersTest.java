package org.wirechief.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RefusalAnswersTest {
    private static final long SECOND = 1_000_000_000L;

    private final RefusalAnswers answers = new RefusalAnswers();

    @Test
    void aSourceIsAnsweredOnceInTenSeconds() {
        assertThat(answers.mayAnswer("a", 0)).isTrue();
        assertThat(answers.mayAnswer("a", SECOND)).isFalse();
        assertThat(answers.mayAnswer("b", SECOND)).isTrue();
        assertThat(answers.mayAnswer("a", 10 * SECOND - 1)).isFalse();
        assertThat(answers.mayAnswer("a", 10 * SECOND)).isTrue();
        assertThat(answers.mayAnswer("a", 11 * SECOND)).isFalse();
    }

    @Test
    void moreSourcesThanAreRememberedGetNoAnswerUntilOneIsDue() {
        for (int i = 0; i < 1024; i++) {
            assertThat(answers.mayAnswer("source " + i, i)).isTrue();
        }
        assertThat(answers.mayAnswer("one more", SECOND)).isFalse();
        assertThat(answers.mayAnswer("source 0", SECOND)).isFalse();
        assertThat(answers.mayAnswer("one more", 10 * SECOND)).isTrue();
        assertThat(answers.mayAnswer("another", 10 * SECOND)).isFalse();
    }

    @Test
    void timeMayBeNegativeAsNanoTimeMay() {
        assertThat(answers.mayAnswer("a", -5 * SECOND)).isTrue();
        assertThat(answers.mayAnswer("a", 4 * SECOND)).isFalse();
        assertThat(answers.mayAnswer("a", 5 * SECOND)).isTrue();
    }
}
