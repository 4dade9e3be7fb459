package org.wirechief.wire.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.json.JsonWriter;

/// The JSON-RPC notification that an event is (spec mi-json §12): compact, without an id, without
/// `params` when there are none.
final class EventNotification {
    private static final Octets NO_NAME = Octets.of("");

    private EventNotification() {}

    /// `params` is an object when a parameter has a name, one without then has an empty one; else
    /// an array.
    ///
    /// @throws Fault 400 when a value nests so deep that it would be cut
    static void write(ReplyBuffer out, Event event) {
        JsonWriter json = new JsonWriter(out);
        json.ascii("{\"jsonrpc\":\"2.0\",\"method\":");
        json.text(event.name());
        List<EventParameter> parameters = event.parameters();
        if (parameters.stream().anyMatch(parameter -> parameter.name() != null)) {
            json.ascii(",\"params\":");
            json.object(params -> parameters.forEach(parameter -> params.put(name(parameter), parameter.value())));
        } else if (!parameters.isEmpty()) {
            json.ascii(",\"params\":");
            json.array(params -> parameters.forEach(parameter -> params.add(parameter.value())));
        }
        json.raw('}');
        EventText.requireWhole(json);
    }

    private static Octets name(EventParameter parameter) {
        Octets name = parameter.name();
        return name == null ? NO_NAME : name;
    }

    /// Takes any layout, any further members, and a value alone for an array of it.
    static ReceivedEvent read(byte[] bytes, int from, int to) throws ProtocolError {
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        if (reader.read(bytes, from, to) != JsonReader.Outcome.WHOLE) {
            throw new ProtocolError("no event: " + reader.problem());
        }
        JsonValue method = reader.root().member("method");
        if (method == null || !method.is(JsonKind.STRING)) {
            throw new ProtocolError("no event: the JSON has no method");
        }
        List<EventParameter> parameters = parameters(reader.root().member("params"));
        return new ReceivedEvent(new Event(method.text(), parameters), EventDialect.JSON, EnumSet.noneOf(Doubt.class));
    }

    private static List<EventParameter> parameters(@Nullable JsonValue params) throws ProtocolError {
        if (params == null || params.is(JsonKind.NULL)) {
            return List.of();
        }
        if (!params.is(JsonKind.OBJECT) && !params.is(JsonKind.ARRAY)) {
            return List.of(EventParameter.unnamed(whole(params)));
        }
        List<Octets> names = params.names();
        List<EventParameter> parameters = new ArrayList<>();
        for (JsonValue element : params.elements()) {
            Octets name = names.isEmpty() ? null : names.get(parameters.size());
            parameters.add(new EventParameter(name, whole(element)));
        }
        return parameters;
    }

    private static Value whole(JsonValue value) throws ProtocolError {
        Value whole = value.value();
        if (whole == null) {
            throw new ProtocolError("no event: nested deeper than " + JsonValue.MAX_DEPTH + " levels");
        }
        return whole;
    }
}
