package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.bench.Window.Verdict.EXPECTED;
import static org.wirechief.bench.Window.Verdict.LATE;
import static org.wirechief.bench.Window.Verdict.OVERTAKEN;
import static org.wirechief.bench.Window.Verdict.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final Window window = new Window(5, 3);

    @Test
    void hasRoomForSoManyRequests() {
        for (int i = 0; i < 3; i++) {
            assertThat(window.hasRoom()).isTrue();
            window.open(0);
        }

        assertThat(window.hasRoom()).isFalse();
        assertThat(window.waiting()).isEqualTo(3);
    }

    @Test
    void takesEachReplyOnce() {
        int cookie = window.open(17);

        assertThat(window.answered(cookie)).isEqualTo(EXPECTED);
        assertThat(window.answeredSince()).isEqualTo(17);
        assertThat(window.answered(cookie)).isEqualTo(UNKNOWN);
        assertThat(window.waiting()).isZero();
    }

    @Test
    void cookiesAreFourBytesAndDifferBetweenConnectionsSlotsAndTurns() {
        int first = window.open(0);
        int second = window.open(0);
        window.answered(first);
        int again = window.open(0);
        int elsewhere = new Window(6, 3).open(0);

        assertThat(List.of(first, second, again, elsewhere))
                .doesNotHaveDuplicates()
                .allSatisfy(cookie -> assertThat(cookie >>> 24).isNotZero());
        assertThat(window.answered(elsewhere)).isEqualTo(UNKNOWN);
    }

    @Test
    void noticesReplyThatWasOvertaken() {
        int first = window.open(0);
        int second = window.open(0);

        assertThat(window.answered(second)).isEqualTo(EXPECTED);
        assertThat(window.answered(first)).isEqualTo(OVERTAKEN);
    }

    @Test
    void givesUpOnOldRequestsOnly() {
        int old = window.open(100);
        int young = window.open(900);

        assertThat(window.giveUp(1000, 500)).isEqualTo(1);
        assertThat(window.waiting()).isEqualTo(1);
        assertThat(window.answered(old)).isEqualTo(LATE);
        assertThat(window.answered(young)).isEqualTo(EXPECTED);
    }

    @Test
    void givesUpOnAll() {
        window.open(Long.MAX_VALUE);
        window.open(Long.MIN_VALUE);

        assertThat(window.giveUpAll()).isEqualTo(2);
        assertThat(window.waiting()).isZero();
    }

    @Test
    void cookiesNobodyHasAreUnknown() {
        assertThat(window.answered(0)).isEqualTo(UNKNOWN);
        assertThat(window.answered(0x4050_0000)).isEqualTo(UNKNOWN);
        assertThat(window.answered(-1)).isEqualTo(UNKNOWN);
    }

    @Test
    void isOrderlyAsLongAsTheOldestIsAnsweredFirst() {
        for (int i = 0; i < 10; i++) {
            int first = window.open(i);
            int second = window.open(i);

            assertThat(window.oldest()).isEqualTo(Cookies.slot(first));
            window.answered(first);
            assertThat(window.oldest()).isEqualTo(Cookies.slot(second));
            window.answeredInOrder(1, 20, new Tally());
            assertThat(window.answered(second)).isEqualTo(UNKNOWN);
        }
        assertThat(window.isOrderly()).isTrue();

        window.open(0);
        window.answered(window.open(0));

        assertThat(window.isOrderly()).isFalse();
    }

    @Test
    void whatIsGivenUpKeepsTheOrder() {
        int first = window.open(0);
        int second = window.open(1);

        assertThat(window.giveUp(10, 10)).isEqualTo(1);
        assertThat(window.isOrderly()).isTrue();
        assertThat(window.oldest()).isEqualTo(Cookies.slot(second));
        assertThat(window.answered(first)).isEqualTo(LATE);
        assertThat(window.answered(second)).isEqualTo(EXPECTED);
    }

    @Test
    void repliesWithoutCookiesAnswerTheOldest() {
        window.open(7);
        window.open(8);

        assertThat(window.answeredOldest()).isEqualTo(EXPECTED);
        assertThat(window.answeredSince()).isEqualTo(7);
        window.giveUpAll();
        assertThat(window.answeredOldest()).isEqualTo(LATE);
        assertThat(window.answeredOldest()).isEqualTo(UNKNOWN);
    }

    @Test
    void repliesTakenTogetherHaveTheLatencyOfTheirOwnRequests() {
        var tally = new Tally();
        tally.measure(true);
        window.open(100);
        window.open(300);
        window.open(300);

        window.answeredInOrder(3, 400, tally);

        assertThat(tally.right()).isEqualTo(3);
        assertThat(tally.latency().getCountAtValue(300)).isEqualTo(1);
        assertThat(tally.latency().getCountAtValue(100)).isEqualTo(2);
        assertThat(window.waiting()).isZero();
    }

    @Test
    void goesRoundItsTurns() {
        for (int i = 0; i < 5000; i++) {
            assertThat(window.answered(window.open(i))).isEqualTo(EXPECTED);
        }
    }
}
