package org.wirechief.it.vectors;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What this server answers otherwise than Kamailio 5.6.3.
final class Deviations {
    private static final String SIGNATURE = "a1131c0badcafe" + "911a" + ascii("core.echo [value:any ...]") + "00";

    private static final String FULL = "a1334c0badcafe" + "2001f4" + "9147"
            + ascii("Internal server error processing 's': buffer too small (overflow) (-2)") + "00";

    private static final String FULL_STRUCT = "a1335d0badcafe" + "2001f4" + "9158"
            + ascii("a struct of the answer does not fit, raise binrpc_struct_max_body_size (now 1024 bytes)") + "00";

    private static final String NOTHING = "";

    static final Map<String, Deviation> BY_VECTOR = Stream.of(
                    new Deviation("basic/unixs/methodSignature", SIGNATURE),
                    new Deviation("basic/unixd/methodSignature", SIGNATURE),
                    new Deviation("basic/udp/methodSignature", SIGNATURE),
                    new Deviation("basic/tcp/methodSignature", SIGNATURE),
                    new Deviation("malformed/unixd/msgtype-1", NOTHING),
                    new Deviation("malformed/unixd/msgtype-3", NOTHING),
                    new Deviation("malformed/udp/msgtype-1", NOTHING),
                    new Deviation("malformed/udp/msgtype-3", NOTHING),
                    new Deviation("big/unixd/htable-dump-180k", captured("big/unixs/htable-dump-180k")),
                    new Deviation("big/udp/htable-dump-180k", captured("big/unixs/htable-dump-180k")),
                    new Deviation("faults/not-implemented", SIGNATURE),
                    new Deviation("faults/unknown-long-237", cut("x".repeat(237) + " not foun")),
                    new Deviation("faults/unknown-long-255", cut("x".repeat(246))),
                    new Deviation("faults/unknown-long-256", cut("x".repeat(246))),
                    new Deviation("faults/unknown-long-1000", cut("x".repeat(246))),
                    new Deviation("small/stats-get", FULL),
                    new Deviation("small/stats-fetch", FULL_STRUCT),
                    new Deviation("small/stats-fetchn", FULL_STRUCT),
                    new Deviation("small/cnt-get_vars", FULL_STRUCT))
            .collect(toMap(Deviation::vector, Function.identity()));

    private Deviations() {}

    /// What a Kamailio answered to another vector.
    private static String captured(String name) {
        return Vectors.all().stream()
                .filter(vector -> vector.name().equals(name))
                .map(vector -> HexFormat.of().formatHex(vector.bytes("reply")))
                .findFirst()
                .orElseThrow();
    }

    /// A fault whose text, `command ` and this, is 254 bytes long.
    private static String cut(String text) {
        return "a137" + "0104" + "0badcafe" + "2001f4" + "91ff" + ascii("command " + text) + "00";
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
