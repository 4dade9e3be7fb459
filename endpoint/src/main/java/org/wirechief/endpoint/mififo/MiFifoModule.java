package org.wirechief.endpoint.mififo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.trace.TraceParameters;

/// The parameters of `mi_fifo` as the configuration spells them (spec mi-json §7.1).
final class MiFifoModule {
    private static final List<Parameter<MiFifo>> OWN = List.of(
            Parameter.text(
                    "fifo_name",
                    "/tmp/opensips_fifo",
                    "path of the FIFO that requests are written to",
                    MiFifo::fifoName),
            Parameter.integer("fifo_mode", "0660", "", "permissions of the FIFO; 0 means 0600", MiFifo::mode),
            Parameter.owner(
                    "fifo_user",
                    "owner of the FIFO, a number, or a name, which brings its primary group",
                    MiFifo::user),
            Parameter.owner("fifo_group", "group of the FIFO, a name or a number", MiFifo::group),
            Parameter.text("reply_dir", "/tmp/", "directory of the reply FIFOs, which must be there", MiFifo::replyDir),
            Parameter.flag(
                    "pretty_printing", "whether answers are laid out for people, 0 or 1", MiFifo::prettyPrinting),
            Parameter.text("names", "3.x", "which names callers may use: 3.x, 4.0", MiFifo::names),
            Parameter.text(
                    "access",
                    "admin",
                    "read, write or admin: what callers may do",
                    (mi, word) -> mi.access(AccessParameters.level("mi_fifo", word))),
            Parameter.integer("max_request", "65535", "bytes", "the longest request", MiFifo::maxRequest),
            Parameter.integer(
                    "request_timeout",
                    "5000",
                    "ms",
                    "how long half a request is kept",
                    (mi, millis) -> mi.requestTimeout(Duration.ofMillis(millis))),
            Parameter.integer(
                    "open_timeout",
                    "3000",
                    "ms",
                    "how long a request waits for a reader of its reply FIFO",
                    (mi, millis) -> mi.openTimeout(Duration.ofMillis(millis))),
            Parameter.integer(
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
}
