package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FifoLatencyTest {
    @Test
    void readsWhatTheProgramPrints() throws IOException {
        assertThat(FifoLatency.Found.parse("{\"a\":1}\n18878 53960\n"))
                .isEqualTo(new FifoLatency.Found("{\"a\":1}", 18_878, 53_960));
    }

    @Test
    void otherwiseSaysWhatItPrinted() {
        assertThatThrownBy(() -> FifoLatency.Found.parse("fifo_latency: asking: No such file\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("no measurement: fifo_latency: asking: No such file");
    }
}
