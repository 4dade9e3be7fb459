package org.wirechief.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ParamType;

class EventTypeTest {
    @Test
    void namesOf64BytesAreTheLongest() {
        assertThat(EventType.named("E".repeat(64)).name().length()).isEqualTo(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventType.named("F".repeat(65)))
                .withMessageContaining("1 to 64 bytes, and this has 65");
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.named("\u00e9".repeat(33)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E\"X", "E'X", "E,X", "E\nX", "E\rX"})
    void namesThatNoReceiverCouldReadAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.named(name));
    }

    @Test
    void tellsWhatItTells() {
        EventType type = EventType.named("E_X").summary("Something.").param("ip", ParamType.TEXT);

        assertThat(type.name()).isEqualTo(Octets.of("E_X"));
        assertThat(type.parameters()).extracting(Object::toString).containsExactly("ip:text");
        assertThat(type.summary()).isEqualTo("Something.");
    }
}
