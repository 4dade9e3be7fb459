package org.wirechief.endpoint.midatagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.core.ValueShapeException;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.trace.TraceParameters;

/// The parameters of `mi_datagram` as the configuration spells them (spec mi-text §4).
final class MiDatagramModule {
    private static final List<Parameter<MiDatagram>> OWN = List.of(
            text(
                    "socket_name",
                    "",
                    "where to listen, udp:host:port or a path; needed, the last one given counts",
                    MiDatagram::socketName),
            new Parameter<>(
                    "children_count",
                    Kind.INTEGER_OR_TEXT,
                    "1",
                    "",
                    "threads that receive and run commands",
                    (mi, value) -> mi.childrenCount(narrow("children_count", number("children_count", value)))),
            integer(
                    "unix_socket_mode",
                    "0660",
                    "",
                    "permissions of a Unix socket's file; 0 means 0600",
                    MiDatagram::mode),
            new Parameter<>(
                    "unix_socket_user",
                    Kind.INTEGER_OR_TEXT,
                    "",
                    "",
                    "owner of a Unix socket's file, a number, or a name, which brings its primary group",
                    (mi, value) -> mi.user(value.asText())),
            new Parameter<>(
                    "unix_socket_group",
                    Kind.INTEGER_OR_TEXT,
                    "",
                    "",
                    "group of a Unix socket's file, a name or a number",
                    (mi, value) -> mi.group(value.asText())),
            integer(
                    "socket_timeout",
                    "2000",
                    "ms",
                    "how long a peer that does not read may leave a reply",
                    (mi, millis) -> mi.socketTimeout(Duration.ofMillis(millis))),
            text(
                    "reply_indent",
                    "\t",
                    "what stands before a line of a reply for each level of the tree",
                    MiDatagram::replyIndent),
            text("dialect", "auto", "the languages that are understood: auto, text, json", MiDatagram::dialect),
            text("text_profile", "2.4.5", "whose text replies to give: 2.4.5, 2.4.0, 1.8", MiDatagram::textProfile),
            integer(
                    "pretty_printing",
                    "0",
                    "",
                    "whether JSON answers are laid out for people, 0 or 1",
                    (mi, value) -> mi.prettyPrinting(flag("pretty_printing", value))),
            text("names", "3.x", "which names JSON's callers may use: 3.x, 4.0", MiDatagram::names));

    static final List<Parameter<MiDatagram>> PARAMETERS = all();

    private MiDatagramModule() {}

    private static List<Parameter<MiDatagram>> all() {
        List<Parameter<MiDatagram>> all = new ArrayList<>(OWN);
        all.addAll(AccessParameters.of(MiDatagram::policy, MiDatagram::with));
        all.addAll(TraceParameters.of(mi -> mi.parameters().trace(), MiDatagram::with));
        return List.copyOf(all);
    }

    private static Parameter<MiDatagram> text(
            String name, String initial, String summary, BiFunction<MiDatagram, String, MiDatagram> set) {
        return new Parameter<>(name, Kind.TEXT, initial, "", summary, (mi, value) -> set.apply(mi, value.asText()));
    }

    private static Parameter<MiDatagram> integer(
            String name, String initial, String unit, String summary, BiFunction<MiDatagram, Integer, MiDatagram> set) {
        return new Parameter<>(
                name, Kind.INTEGER, initial, unit, summary, (mi, value) -> set.apply(mi, narrow(name, value.asLong())));
    }

    /// The 2.4 manual calls it a string, and scripts write one.
    private static long number(String name, Value value) {
        try {
            return value.asLong();
        } catch (ValueShapeException e) {
            throw ConfigError.of("mi_datagram." + name, value.asText(), "not a number");
        }
    }

    private static boolean flag(String name, int value) {
        if (value != 0 && value != 1) {
            throw ConfigError.of("mi_datagram." + name, value, "allowed are 0 and 1");
        }
        return value == 1;
    }

    private static int narrow(String name, long wide) {
        if (wide != (int) wide) {
            throw ConfigError.of("mi_datagram." + name, wide, "not a 32-bit integer");
        }
        return (int) wide;
    }
}
