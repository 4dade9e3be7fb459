package org.wirechief.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;

class GivenTest {
    private final Given given = new Given("mi_fifo.open_timeout", Value.of(0));

    @Test
    void whatIsMadeOfAValueThatCanBe() {
        assertThat(given.within("any", () -> "made")).isEqualTo("made");
    }

    @Test
    void aValueThatCannotBeIsNamedWithWhatCan() {
        assertThatThrownBy(() -> given.within("1 to 5 ms", () -> {
                    throw new IllegalArgumentException("in other words");
                }))
                .isInstanceOf(ConfigError.class)
                .hasMessage("mi_fifo.open_timeout = 0: allowed are 1 to 5 ms");
    }
}
