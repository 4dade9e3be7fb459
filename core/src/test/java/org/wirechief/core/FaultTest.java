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
        assertThat(Fault.badParameter(404, "x").isAboutArgument()).isFalse();
        assertThat(Fault.refusal("x").isAboutArgument()).isFalse();
    }

    @Test
    void aBadParameterSaysTheSameInItsDataUnlessToldOtherwise() {
        Fault plain = Fault.badParameter(404, "Empty memory cache id");
        Fault other = Fault.badParameter(404, "Empty value argument").withData("Empty value");

        assertThat(plain.kind()).isEqualTo(Fault.Kind.PARAMETER);
        assertThat(plain.data()).isEqualTo("Empty memory cache id");
        assertThat(other.reason()).isEqualTo("Empty value argument");
        assertThat(other.data()).isEqualTo("Empty value");
        assertThat(other.kind()).isEqualTo(Fault.Kind.PARAMETER);
        assertThat(new Fault(500, "x").data()).isEmpty();
    }

    @Test
    void aRefusalIs403() {
        assertThat(Fault.refusal("ask for access").code()).isEqualTo(403);
        assertThat(Fault.refusal("ask for access").kind()).isEqualTo(Fault.Kind.REFUSAL);
    }
}
