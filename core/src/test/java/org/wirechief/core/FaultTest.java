package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void aFaultIsAnAnswerAndCarriesNoTrace() {
        Fault fault = new Fault(400, "command not found");

        assertThat(fault.getStackTrace()).isEmpty();
        assertThat(fault.isAboutArgument()).isFalse();
        assertThat(fault.reason()).isEqualTo("command not found");
    }

    @Test
    void onlyADialectsArgumentFaultIsAboutAnArgument() {
        assertThat(Fault.aboutArgument(400, "x").isAboutArgument()).isTrue();
    }
}
