package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

class EchoTest {
    private final FakeServer server = new FakeServer();

    @ParameterizedTest
    @ValueSource(strings = {"core.echo", "core.prints", "core.printi"})
    void nothingIsAnsweredWithNothing(String command) {
        assertThat(server.call(command).values()).isEmpty();
    }

    @Test
    void echoAnswersNumbersAsText() {
        assertThat(server.call("core.echo", Value.of("abc"), Value.of(5), Value.of(""), Value.of(70000))
                        .values())
                .containsExactly(Value.of("abc"), Value.of("5"), Value.of(""), Value.of("70000"));
    }

    @Test
    void printsAnswersTextAsItCame() {
        Value latin1 = new Value.Text(Octets.copyOf(new byte[] {(byte) 0xE9}));

        assertThat(server.call("core.prints", Value.of("abc"), latin1).values())
                .containsExactly(Value.of("abc"), latin1);
    }

    @Test
    void printsTakesNoNumber() {
        assertThatThrownBy(server.call("core.prints", Value.of("a"), Value.of(5))::value)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.isAboutArgument()).isTrue());
    }

    @Test
    void printiAnswersIntegers() {
        assertThat(server.call("core.printi", Value.of(1), Value.of(-2), Value.of(300))
                        .values())
                .containsExactly(Value.of(1), Value.of(-2), Value.of(300));
    }

    @Test
    void printiTakesNoText() {
        assertThatThrownBy(server.call("core.printi", Value.of("5"))::value)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.isAboutArgument()).isTrue());
    }
}
