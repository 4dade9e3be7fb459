package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void isOfTheMediansWithTheSpreadOfTheRounds() {
        Ratio ratio = Ratio.of(List.of(30.0, 10.0, 20.0), List.of(10.0, 10.0, 40.0));

        assertThat(ratio).isEqualTo(new Ratio(2.0, 0.5, 3.0));
        assertThat(ratio).hasToString("2.00 (0.50..3.00)");
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        assertThat(Ratio.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3.0);
        assertThat(Ratio.median(List.of(7.0))).isEqualTo(7.0);
    }

    @Test
    void largeOnesAreShort() {
        assertThat(Ratio.number(9.994)).isEqualTo("9.99");
        assertThat(Ratio.number(9.996)).isEqualTo("10.0");
        assertThat(Ratio.number(123.45)).isEqualTo("123.5");
    }

    @Test
    void nothingByNothingIsNoNumber() {
        assertThat(Ratio.of(List.of(0.0), List.of(0.0))).hasToString("- (-..-)");
    }

    @Test
    void everyRoundHasBothSides() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(List.of(1.0, 2.0), List.of(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(List.of(), List.of()));
    }
}
