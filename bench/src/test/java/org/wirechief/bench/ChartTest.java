package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static Chart chart(double... ys) {
        List<Chart.Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < ys.length; i++) {
            points.add(new Chart.Point(1 << i, ys[i]));
        }
        return new Chart("t", List.of(new Chart.Curve("ours", "#000", points)));
    }

    @Test
    void marksGoRoundTheValues() {
        assertThat(chart(1, 30).yMarks()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
        assertThat(chart(0.6, 0.7).yMarks()).containsExactly(0.5, 1.0);
        assertThat(chart(3).yMarks()).containsExactly(2.0, 5.0);
    }

    @Test
    void axesAreLogarithmic() {
        assertThat(chart(1, 3, 9).svg(0)).contains("points=\"50.0,290.0 205.0,170.7 360.0,51.4 \"");
    }

    @Test
    void whatIsNotPositiveHasNoPlace() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Chart.Point(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Chart.Point(1, Double.NaN));
    }

    @Test
    void oneIsKamailioWithTheFewestRequests() {
        List<Outcome> outcomes = List.of(outcome(1, 1100, 1000), outcome(2, 5000, 2000));

        String svg = PlotMain.svg(outcomes);

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 880 340\"")
                .contains("requests/s (unixs, 1 connection)")
                .contains(">ours</text>", ">Kamailio</text>")
                .endsWith("</svg>\n");
    }

    private static Outcome outcome(int outstanding, long ours, long theirs) {
        Row row = Row.parseAll("unixs 1x" + outstanding).getFirst();
        return new Outcome(row, 14, 14, List.of(measurement(ours)), List.of(measurement(theirs)));
    }

    private static Measurement measurement(long replies) {
        Histogram latency = new Histogram(60_000_000_000L, 3);
        latency.recordValueWithCount(10_000, replies);
        return new Measurement(replies, 1_000_000_000L, latency, 1, 1, Defects.NONE);
    }
}
