package org.wirechief.endpoint.midatagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.trace.TraceParameters;

/// The parameters of `mi_datagram` as the configuration spells them (spec mi-text §4).
final class MiDatagramModule {
    private static final List<Parameter<MiDatagram>> OWN = List.of(
            Parameter.text(
                    "socket_name",
                    "",
                    "where to listen, udp:host:port or a path; needed, the last one given counts",
                    MiDatagram::socketName),
            // the 2.4 manual calls it a string, and scripts write one
            new Parameter<>(
                    "children_count",
                    Kind.INTEGER_OR_TEXT,
                    "1",
                    "",
                    "threads that receive and run commands",
                    (mi, given) -> mi.childrenCount(given.asInt())),
            Parameter.integer(
                    "unix_socket_mode",
                    "0660",
                    "",
                    "permissions of a Unix socket's file; 0 means 0600",
                    MiDatagram::mode),
            Parameter.owner(
                    "unix_socket_user",
                    "owner of a Unix socket's file, a number, or a name, which brings its primary group",
                    MiDatagram::user),
            Parameter.owner(
                    "unix_socket_group", "group of a Unix socket's file, a name or a number", MiDatagram::group),
            Parameter.integer(
                    "socket_timeout",
                    "2000",
                    "ms",
                    "how long a peer that does not read may leave a reply",
                    (mi, millis) -> mi.socketTimeout(Duration.ofMillis(millis))),
            Parameter.text(
                    "reply_indent",
                    "\t",
                    "what stands before a line of a reply for each level of the tree",
                    MiDatagram::replyIndent),
            Parameter.text(
                    "dialect", "auto", "the languages that are understood: auto, text, json", MiDatagram::dialect),
            Parameter.text(
                    "text_profile", "2.4.5", "whose text replies to give: 2.4.5, 2.4.0, 1.8", MiDatagram::textProfile),
            Parameter.flag(
                    "pretty_printing",
                    "whether JSON answers are laid out for people, 0 or 1",
                    MiDatagram::prettyPrinting),
            Parameter.text("names", "3.x", "which names JSON's callers may use: 3.x, 4.0", MiDatagram::names));

    static final List<Parameter<MiDatagram>> PARAMETERS = all();

    private MiDatagramModule() {}

    private static List<Parameter<MiDatagram>> all() {
        List<Parameter<MiDatagram>> all = new ArrayList<>(OWN);
        all.addAll(AccessParameters.of(MiDatagram::policy, MiDatagram::with));
        all.addAll(TraceParameters.of(mi -> mi.parameters().trace(), MiDatagram::with));
        return List.copyOf(all);
    }
}
