package org.wirechief.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

class EventTest {
    @Test
    void keepsParametersInOrderAlsoOfTheSameName() {
        Event event = new Event("E_PROBE", new EventParameter("a", 1), new EventParameter("a", "x"));

        assertThat(event.parameters())
                .containsExactly(
                        new EventParameter(Octets.of("a"), Value.of(1)),
                        new EventParameter(Octets.of("a"), Value.of("x")));
    }

    @Test
    void doesNotFollowTheListItWasMadeFrom() {
        List<EventParameter> given = new ArrayList<>(List.of(EventParameter.unnamed(Value.of("x"))));
        Event event = new Event(Octets.of("E_PROBE"), given);

        given.clear();

        assertThat(event.parameters()).hasSize(1);
    }

    @Test
    void anEmptyNameIsNotNoName() {
        assertThat(new EventParameter("", "x")).isNotEqualTo(EventParameter.unnamed(Value.of("x")));
    }
}
