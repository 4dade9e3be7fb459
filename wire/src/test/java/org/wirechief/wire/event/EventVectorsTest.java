package org.wirechief.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;

/// Every captured event is read, and written again to the byte; where the capture tells what was
/// raised, that is what is read.
class EventVectorsTest {
    static Stream<GoldenVector> texts() {
        return GoldenVectors.read("mi-text/events24").stream();
    }

    static Stream<GoldenVector> probes() {
        return texts().filter(vector -> vector.hasBytes("request"))
                .filter(vector -> Wire.text(vector.bytes("request")).startsWith(":probe_raise:\n"))
                .filter(vector -> !vector.name().contains("queue-full"));
    }

    static Stream<GoldenVector> notifications() {
        return GoldenVectors.read("mi-json/events").stream();
    }

    static Stream<GoldenVector> objects() {
        return notifications()
                .filter(vector -> Wire.text(vector.bytes("request"))
                        .matches("(?s).*\"raise_event\",\"params\":\\[\"E_SCRIPT\",\"\\{.*"));
    }

    @ParameterizedTest
    @MethodSource
    void texts(GoldenVector vector) throws ProtocolError {
        ReceivedEvent read = Wire.read(vector.bytes("reply"));

        assertThat(Wire.written(read.event(), EventDialect.TEXT)).isEqualTo(vector.bytes("reply"));
        assertThat(read.dialect()).isEqualTo(EventDialect.TEXT);
        assertThat(read.doubts()).doesNotContain(Doubt.CUT_SHORT, Doubt.END_OF_QUOTED, Doubt.NAME_OR_VALUE);
    }

    /// The test module that raised them took the parameters from its request.
    @ParameterizedTest
    @MethodSource
    void probes(GoldenVector vector) throws ProtocolError {
        Event raised = probe(Wire.text(vector.bytes("request")));

        assertThat(Wire.written(raised, EventDialect.UNSIGNED_TEXT)).isEqualTo(vector.bytes("reply"));
        assertThat(Wire.read(vector.bytes("reply")).event().parameters().stream()
                        .map(EventParameter::name))
                .isEqualTo(
                        raised.parameters().stream().map(EventParameter::name).toList());
    }

    @ParameterizedTest
    @MethodSource
    void notifications(GoldenVector vector) throws ProtocolError {
        ReceivedEvent read = Wire.read(vector.bytes("reply"));

        assertThat(Wire.text(Wire.written(read.event(), EventDialect.JSON)))
                .isEqualTo(Wire.text(vector.bytes("reply")));
        assertThat(read.dialect()).isEqualTo(EventDialect.JSON);
        assertThat(read.doubts()).isEmpty();
    }

    /// The object that was asked to be raised, in JSON inside JSON, is the event's `params`, where
    /// integers are not too large for the original.
    @ParameterizedTest
    @MethodSource
    void objects(GoldenVector vector) throws ProtocolError {
        if (vector.name().equals("ev.mi_obj_big")) {
            return;
        }
        Value request = json(vector.bytes("request"));
        Value.Struct asked = (Value.Struct) json(Wire.bytes(
                Wire.text(((Value.Text) request.at("params").at(1)).value().toByteArray())));

        List<EventParameter> parameters = asked.members().stream()
                .map(member -> new EventParameter(member.name(), member.value()))
                .toList();

        assertThat(Wire.read(vector.bytes("reply")).event().parameters()).isEqualTo(parameters);
    }

    @Test
    void thereAreVectors() {
        assertThat(texts().count()).isGreaterThan(80);
        assertThat(probes().count()).isGreaterThan(50);
        assertThat(notifications().count()).isGreaterThan(30);
        assertThat(objects().count()).isGreaterThan(3);
    }

    private static Value json(byte[] text) {
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        assertThat(reader.read(text, 0, text.length)).isEqualTo(JsonReader.Outcome.WHOLE);
        Value value = reader.root().value();
        assertThat(value).isNotNull();
        return value;
    }

    /// `:probe_raise:`, the event's name, then `[name::]value` with `#` before an integer and
    /// quotes, with backslashes before quotes inside, around what has a line end.
    private static Event probe(String request) {
        String rest = request.substring(":probe_raise:\n".length());
        int nameEnd = rest.indexOf('\n');
        List<EventParameter> parameters = new ArrayList<>();
        int at = nameEnd + 1;
        while (at < rest.length()) {
            int line = rest.indexOf('\n', at);
            int separator = rest.substring(at, line).indexOf("::");
            boolean named = separator > 0 && rest.charAt(at) != '"';
            int value = named ? at + separator + 2 : at;
            boolean quoted = rest.charAt(value) == '"';
            int end = quoted ? rest.indexOf("\"\n", value + 1) : line;
            while (quoted && rest.charAt(end - 1) == '\\' && end - 1 > value) {
                end = rest.indexOf("\"\n", end + 1);
            }
            String text = quoted ? rest.substring(value + 1, end).replace("\\\"", "\"") : rest.substring(value, end);
            parameters.add(
                    new EventParameter(named ? Wire.octets(rest.substring(at, at + separator)) : null, value(text)));
            at = end + (quoted ? 2 : 1);
        }
        return new Event(Octets.of(rest.substring(0, nameEnd)), parameters);
    }

    private static Value value(String text) {
        return text.startsWith("#") ? Value.of(Long.parseLong(text.substring(1))) : new Value.Text(Wire.octets(text));
    }
}
