package org.wirechief.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wirechief.wire.event.Wire.event;
import static org.wirechief.wire.event.Wire.named;
import static org.wirechief.wire.event.Wire.unnamed;
import static org.wirechief.wire.event.Wire.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;

class EventDialectTest {
    private static String text(Event event) {
        return Wire.text(written(event, EventDialect.TEXT));
    }

    private static String json(Event event) {
        return Wire.text(written(event, EventDialect.JSON));
    }

    @Test
    void theDocumentedExample() {
        Event event = new Event("E_PIKE_BLOCKED", new EventParameter("ip", "192.168.2.11"));

        assertThat(text(event)).isEqualTo("E_PIKE_BLOCKED\nip::192.168.2.11\n\n");
        assertThat(json(event))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"E_PIKE_BLOCKED\",\"params\":{\"ip\":\"192.168.2.11\"}}");
    }

    @Test
    void integersHaveTheirSignUnlessTheOriginalsFormIsAskedFor() {
        Event event = event(new EventParameter("n", -1), EventParameter.unnamed(Value.of(Long.MIN_VALUE)));

        assertThat(text(event)).isEqualTo("E_PROBE\nn::-1\n-9223372036854775808\n\n");
        assertThat(Wire.text(written(event, EventDialect.UNSIGNED_TEXT)))
                .isEqualTo("E_PROBE\nn::18446744073709551615\n9223372036854775808\n\n");
        assertThat(json(event(new EventParameter("n", -1)))).endsWith("\"params\":{\"n\":-1}}");
    }

    @Test
    void otherValuesAreAsInJson() {
        Event event = event(
                new EventParameter("nil", new Value.Nil()),
                new EventParameter("yes", Value.of(true)),
                new EventParameter("real", Value.of(2.5)),
                new EventParameter("list", new Value.Arr(List.of(Value.of(1), Value.of("a\nb")))),
                new EventParameter("bytes", new Value.Blob(Wire.octets("\u00ff\0"))));

        assertThat(text(event))
                .isEqualTo("E_PROBE\nnil::\nyes::true\nreal::2.500000\nlist::[1,\"a\\nb\"]\nbytes::\u00ff\0\n\n");
        assertThat(json(event))
                .endsWith("\"params\":{\"nil\":null,\"yes\":true,\"real\":2.500000,\"list\":[1,\"a\\nb\"],"
                        + "\"bytes\":\"\u00ff\\u0000\"}}");
    }

    @Test
    void withoutParametersThereIsNoParams() {
        assertThat(json(event())).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"E_PROBE\"}");
        assertThat(text(event())).isEqualTo("E_PROBE\n\n");
    }

    @Test
    void namesAmongBareValuesAreKept() {
        Event event = event(unnamed("a"), named("n", "b"));

        assertThat(json(event)).endsWith("\"params\":{\"\":\"a\",\"n\":\"b\"}}");
        assertThat(json(event(unnamed("a"), unnamed("b")))).endsWith("\"params\":[\"a\",\"b\"]}");
    }

    @Test
    void anEventsNameIsEscapedInJson() {
        assertThat(json(new Event(Octets.of("E \\"), List.of()))).contains("\"method\":\"E \\\\\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a::b", "a\nb", "::", "a:::"})
    void aNameThatWouldBeReadAsOthersIsRefusedInText(String name) {
        Event event = event(named(name, "v"));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> text(event))
                .withMessage("a parameter's name with a line feed or :: cannot be told in text");
        assertThat(json(event)).contains("\"v\"");
    }

    @Test
    void colonsOneByOneAreNoSeparator() {
        assertThat(text(event(named("a:b", "v")))).isEqualTo("E_PROBE\na:b::v\n\n");
    }

    /// A datagram that is cut would be no event any more.
    @ParameterizedTest
    @EnumSource(EventDialect.class)
    void aValueThatNestsTooDeepIsRefused(EventDialect dialect) {
        Value deep = Value.of(1);
        for (int i = 0; i < 600; i++) {
            deep = new Value.Arr(List.of(deep));
        }
        Event event = event(new EventParameter("n", deep));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> written(event, dialect))
                .withMessage("a value that nests deeper than 512 levels cannot be told");
    }
}
