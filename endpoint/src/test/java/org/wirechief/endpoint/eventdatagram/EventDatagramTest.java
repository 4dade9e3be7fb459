package org.wirechief.endpoint.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Fault;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.endpoint.Parameter;
import org.wirechief.wire.event.EventDialect;

class EventDatagramTest {
    static final List<Parameter<EventDatagram>> PARAMETERS = EventDatagram.MODULE.parameters();

    @ParameterizedTest
    @FieldSource("PARAMETERS")
    void everyDefaultCanBeSet(Parameter<EventDatagram> parameter) {
        if (parameter.initial().isEmpty()) {
            return;
        }
        Value value = parameter.kind() == Parameter.Kind.INTEGER
                ? Value.of(Long.parseLong(parameter.initial()))
                : Value.of(parameter.initial());

        assertThatNoException()
                .isThrownBy(() -> parameter.apply(EventDatagram.MODULE.initial(), "event_datagram", value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dialect           | xml         | allowed are text, json
            unsigned_integers | 2           | allowed are 0 and 1
            max_event         | 65458       | allowed are 128 to 65457 bytes
            max_event         | 127         | allowed are 128 to 65457 bytes
            queue_events      | 0           | allowed are 1 or more
            queue_bytes       | -1          | allowed are 1 or more
            queue_bytes       | 99999999999 | not a 32-bit integer
            queue_total       | -1          | allowed are 0 or more
            overflow          | block       | allowed are drop_oldest, drop_newest
            send_timeout      | 0           | allowed are 1 to 3600000 ms
            send_buffer       | 0           | allowed are 1 byte or more
            subscribe         | E_X         | wanted are an event, a socket
            subscribe         | E_X foo:1   | allowed are udp:host:port
            subscribe         | E_X udp:x:0 | is not between 1 and 65535
            subscribe         | E_X /x ever | no number of seconds
            subscribe         | E_X /x 0    | lasts 1 second or more
            """)
    void whatCannotBeIsRefusedByName(String name, String value, String allowed) {
        Parameter<EventDatagram> parameter = PARAMETERS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Value given = parameter.kind() == Parameter.Kind.INTEGER ? Value.of(Long.parseLong(value)) : Value.of(value);

        assertThatExceptionOfType(ConfigError.class)
                .isThrownBy(() -> parameter.apply(EventDatagram.MODULE.initial(), "event_datagram", given))
                .withMessageStartingWith("event_datagram." + name + " = ")
                .withMessageContaining(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 8589934592 | 268435456
            0         | 67108864   | 16777216
            0         | 1          | 1
            1000      | 67108864   | 1000
            268435456 | 67108864   | 268435456
            """)
    void withoutABoundOfItsOwnAQuarterOfTheHeapMayWait(int asked, long heap, long bound) {
        EventDatagramParameters parameters = EventDatagramParameters.INITIAL.withQueueTotal(asked);

        assertThat(parameters.mostWaiting(heap)).isEqualTo(bound);
    }

    @Test
    void aDatagramOfTheLongestSizeIsTakenAndOneByteMoreIsNot() {
        DatagramEncoder encoder = new DatagramEncoder(EventDialect.TEXT, EventDatagramParameters.LONGEST_EVENT);
        int value = EventDatagramParameters.LONGEST_EVENT - "E_X\nn::\n\n".length();

        assertThat(encoder.encode(event(value))).hasSize(65457);
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> encoder.encode(event(value + 1)))
                .withMessage("the event E_X takes 65458 bytes, and a datagram has at most 65457"
                        + " (event_datagram.max_event)");
    }

    private static Event event(int length) {
        return new Event("E_X", new EventParameter("n", "v".repeat(length)));
    }

    @Test
    void aTimeForEverIsRefusedLikeAnyThatIsTooLong() {
        EventDatagram text = EventDatagram.text();

        assertThatExceptionOfType(ConfigError.class)
                .isThrownBy(() -> text.sendTimeout(ChronoUnit.FOREVER.getDuration()))
                .withMessageContaining("event_datagram.send_timeout = " + Long.MAX_VALUE + ": allowed are");
    }
}
