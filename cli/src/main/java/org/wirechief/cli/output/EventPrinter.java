package org.wirechief.cli.output;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.OneLine;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;

/// Prints events: a line each, or a JSON document.
///
/// @param layout [Layout#TEXT], [Layout#JSON] or [Layout#NDJSON]
public record EventPrinter(Layout layout) {
    /// Those it can print with.
    public static final List<Layout> LAYOUTS = List.of(Layout.TEXT, Layout.JSON, Layout.NDJSON);

    private static final Octets NO_NAME = Octets.of("");

    /// Prints one.
    ///
    /// @param at when it came
    /// @param doubts why it may not be what was raised
    public void print(Instant at, Event event, List<String> doubts, ByteSink out) throws IOException {
        if (layout == Layout.TEXT) {
            line(event, out);
        } else {
            layout.print(List.of(document(at, event, doubts)), out);
        }
    }

    private static void line(Event event, ByteSink out) throws IOException {
        word(event.name(), out);
        for (EventParameter parameter : event.parameters()) {
            out.octet(' ');
            if (parameter.name() != null) {
                word(parameter.name(), out);
                out.octet('=');
            }
            switch (parameter.value()) {
                case Value.Text(Octets text) -> word(text, out);
                case Value.Blob(Octets bytes) -> word(bytes, out);
                case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Arr _, Value.Struct _ ->
                    JsonLayout.compact(parameter.value(), out);
            }
        }
        out.octet('\n');
    }

    /// As it is where nobody can take it for something else, otherwise as a string of JSON.
    private static void word(Octets text, ByteSink out) throws IOException {
        if (isPlain(text)) {
            out.octets(text);
        } else {
            JsonLayout.string(text, out);
        }
    }

    private static boolean isPlain(Octets text) {
        int length;
        for (int at = 0; at < text.length(); at += length) {
            length = Utf8.lengthAt(text, at);
            if (length == 0) {
                return false;
            }
            int point = Utf8.codePointAt(text, at, length);
            if (point == ' ' || point == '"' || point == '=' || OneLine.isUnsafe(point)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Value document(Instant at, Event event, List<String> doubts) {
        List<Value.Member> members = new ArrayList<>();
        members.add(new Value.Member(
                "time", Value.of(at.truncatedTo(ChronoUnit.MILLIS).toString())));
        members.add(new Value.Member("event", new Value.Text(event.name())));
        members.add(new Value.Member("params", parameters(event.parameters())));
        if (!doubts.isEmpty()) {
            members.add(new Value.Member(
                    "doubts", new Value.Arr(doubts.stream().map(Value::of).toList())));
        }
        return new Value.Struct(members);
    }

    private static Value parameters(List<EventParameter> parameters) {
        if (!parameters.isEmpty() && parameters.stream().allMatch(parameter -> parameter.name() == null)) {
            return new Value.Arr(parameters.stream().map(EventParameter::value).toList());
        }
        return new Value.Struct(parameters.stream()
                .map(parameter ->
                        new Value.Member(parameter.name() == null ? NO_NAME : parameter.name(), parameter.value()))
                .toList());
    }
}
