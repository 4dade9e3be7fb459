package org.wirechief.it.mi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirechief.testkit.GoldenVector;

/// What this server answers to a vector's request. The reasons stand in docs/interpretation.md,
/// where each vector and command is named that comes out otherwise.
sealed interface MiExpected {
    /// Exactly this; null for nothing.
    record Reply(@Nullable String text) implements MiExpected {}

    /// Lines of the same form: they tell about the one who answers.
    record Form(String text) implements MiExpected {}

    /// It is not asked here.
    record NotAsked() implements MiExpected {}

    /// Commands of OpenSIPS that are not there.
    Set<String> NOT_SERVED = Set.of("cache_remove_chunk", "pike_list", "t_uac_cancel", "tcp_trace");

    /// Vectors whose request is not sent.
    Set<String> NOT_ASKED = Set.of(
            "async/immediate",
            "async/provisional",
            "async/provisional/second",
            "2.4.4/async",
            "event/script",
            "list_tcp_conns/one");

    /// Vectors whose answers tell about the one who answers.
    Set<String> BY_FORM = Set.of(
            "uptime",
            "uptime/args-ignored",
            "uptime/binary-ignored",
            "2.4.4/uptime",
            "2.4.4/which",
            "ps",
            "which",
            "log_level/table",
            "events_list",
            "subscribers_list/all",
            "subscribers_list/event",
            "subscribers_list/subscriber",
            "subscribers_list/after-prefix-match",
            "get_statistics/all",
            "get_statistics/shmem",
            "list_statistics/all");

    /// What comes instead, without the empty line that ends replies of 2.4.5.
    Map<String, String> INSTEAD = instead();

    /// The same, for vectors of 1.8 only.
    Map<String, String> INSTEAD_OF_EARLY = Map.of(
            "help/no-help-text", """
            200 OK
            Help:: not available for this command
            Exported by:: core
            """,
            "event_subscribe/expire-empty", "400 Bad parameter\n",
            "first-line/three-x-only-command", "500 command not available\n");

    private static Map<String, String> instead() {
        Map<String, String> all = new HashMap<>();
        all.put("first-line/three-x-only-reset-all", "200 OK\n");
        all.put("first-line/three-x-only-command", "200 OK\n");
        all.put("event_subscribe/no-transport", "200 OK\n");
        all.put("event_subscribe/port-wraps", "400 Bad parameter\n");
        all.put("grammar/named-empty-at-end", "200 OK\nArg:: 0 nlen=1 vlen=-1\n\tN:: n\n");
        all.put("grammar/named-empty-blanks-at-end", "200 OK\nArg:: 0 nlen=2 vlen=-1\n\tN:: ab\n");
        all.put("grammar/quoted-escaped-quote-no-newline", "200 OK\nArg:: 0 nlen=-1 vlen=3\n\tV:: a\"b\n");
        all.put(
                "grammar/quoted-escape-then-unterminated-line",
                "200 OK\nArg:: 0 nlen=-1 vlen=3\n\tV:: a\"b\nArg:: 1 nlen=-1 vlen=3\n\tV:: foo\n");
        all.put(
                "grammar/quoted-2escapes-then-unterminated-line",
                "200 OK\nArg:: 0 nlen=-1 vlen=5\n\tV:: a\"b\"c\nArg:: 1 nlen=-1 vlen=3\n\tV:: foo\n");
        all.put("log_level/huge", "200 OK\nNew global log level:: 99999999999\n");
        List.of("list_blacklists", "indent-4-blanks/blacklists", "indent-empty/blacklists", "indent-dashes/blacklists")
                .forEach(name -> all.put(name, "200 OK\n"));
        List.of(
                        "size/request-65456",
                        "size/request-65457",
                        "size/reply-value-65444",
                        "size/reply-value-65445",
                        "size/reply-too-many-lines")
                .forEach(name -> all.put(name, "500 Reply too large\n"));
        return all;
    }

    /// What comes to a vector of a session.
    static MiExpected of(MiSession session, GoldenVector vector) {
        String name = vector.name();
        String instead = session.isEarly() ? INSTEAD_OF_EARLY.get(name) : null;
        String text = instead == null ? INSTEAD.get(name) : instead;
        String end = session.profile().equals("2.4.5") ? "\n" : "";
        if (NOT_ASKED.contains(name) || !vector.hasBytes("request")) {
            return new NotAsked();
        }
        if (text != null) {
            return new Reply(text + end);
        }
        if (NOT_SERVED.contains(command(vector))) {
            return new Reply("500 command not available\n");
        }
        String reply = vector.hasBytes("reply") ? new String(vector.bytes("reply"), ISO_8859_1) : null;
        return reply != null && BY_FORM.contains(name) ? new Form(reply) : new Reply(reply);
    }

    /// The command that is called, empty when the first line is none.
    static String command(GoldenVector vector) {
        String request = new String(vector.bytes("request"), ISO_8859_1);
        int end = request.startsWith(":") ? request.indexOf(":\n", 1) : -1;
        return end < 0 ? "" : request.substring(1, end);
    }
}
