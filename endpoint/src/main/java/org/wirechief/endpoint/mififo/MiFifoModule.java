package org.wirechief.endpoint.mififo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.trace.TraceParameters;

/// The parameters of `mi_fifo` as the configuration spells them (spec mi-json §7.1).
final class MiFifoModule {
    private static final List<Parameter<MiFifo>> OWN = List.of(
            text("fifo_name", "/tmp/opensips_fifo", "path of the FIFO that requests are written to", MiFifo::fifoName),
            integer("fifo_mode", "0660", "", "permissions of the FIFO; 0 means 0600", MiFifo::mode),
            numberOrName(
                    "fifo_user",
                    "owner of the FIFO, a number, or a name, which brings its primary group",
                    MiFifo::user),
            numberOrName("fifo_group", "group of the FIFO, a name or a number", MiFifo::group),
            text("reply_dir", "/tmp/", "directory of the reply FIFOs, which must be there", MiFifo::replyDir),
            integer(
                    "pretty_printing",
                    "0",
                    "",
                    "whether answers are laid out for people, 0 or 1",
                    (mi, value) -> mi.prettyPrinting(flag("pretty_printing", value))),
            text("names", "3.x", "which names callers may use: 3.x, 4.0", MiFifo::names),
            text(
                    "access",
                    "admin",
                    "read, write or admin: what callers may do",
                    (mi, word) -> mi.access(AccessParameters.level("mi_fifo", word))),
            integer("max_request", "65535", "bytes", "the longest request", MiFifo::maxRequest),
            integer(
                    "request_timeout",
                    "5000",
                    "ms",
                    "how long half a request is kept",
                    (mi, millis) -> mi.requestTimeout(Duration.ofMillis(millis))),
            integer(
                    "open_timeout",
                    "3000",
                    "ms",
                    "how long a request waits for a reader of its reply FIFO",
                    (mi, millis) -> mi.openTimeout(Duration.ofMillis(millis))),
            integer(
                    "reply_timeout",
                    "10000",
                    "ms",
                    "how long a reader may take nothing of its reply",
                    (mi, millis) -> mi.replyTimeout(Duration.ofMillis(millis))));

    static final List<Parameter<MiFifo>> PARAMETERS = all();

    private MiFifoModule() {}

    private static List<Parameter<MiFifo>> all() {
        List<Parameter<MiFifo>> all = new ArrayList<>(OWN);
        all.addAll(TraceParameters.of(mi -> mi.parameters().trace(), MiFifo::with));
        return List.copyOf(all);
    }

    private static Parameter<MiFifo> text(
            String name, String initial, String summary, BiFunction<MiFifo, String, MiFifo> set) {
        return new Parameter<>(name, Kind.TEXT, initial, "", summary, (mi, value) -> set.apply(mi, value.asText()));
    }

    private static Parameter<MiFifo> numberOrName(String name, String summary, BiFunction<MiFifo, String, MiFifo> set) {
        return new Parameter<>(
                name, Kind.INTEGER_OR_TEXT, "", "", summary, (mi, value) -> set.apply(mi, value.asText()));
    }

    private static Parameter<MiFifo> integer(
            String name, String initial, String unit, String summary, BiFunction<MiFifo, Integer, MiFifo> set) {
        return new Parameter<>(
                name, Kind.INTEGER, initial, unit, summary, (mi, value) -> set.apply(mi, narrow(name, value.asLong())));
    }

    private static boolean flag(String name, int value) {
        if (value != 0 && value != 1) {
            throw ConfigError.of("mi_fifo." + name, value, "allowed are 0 and 1");
        }
        return value == 1;
    }

    private static int narrow(String name, long wide) {
        if (wide != (int) wide) {
            throw ConfigError.of("mi_fifo." + name, wide, "not a 32-bit integer");
        }
        return (int) wide;
    }
}
