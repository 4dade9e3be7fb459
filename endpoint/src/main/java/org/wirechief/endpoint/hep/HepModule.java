package org.wirechief.endpoint.hep;

import java.util.List;
import java.util.function.BiFunction;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;

/// The parameters of `proto_hep` as the configuration spells them (spec mi-text §11.1).
final class HepModule {
    static final List<Parameter<Hep>> PARAMETERS = List.of(
            text(
                    "hep_id",
                    "",
                    "a collector, [name]host[:port][;transport=udp|tcp|tls][;version=1|2|3]; may be given again",
                    Hep::hepId),
            text("trace_destination", "", "the same as hep_id, by the name manuals give it", Hep::traceDestination),
            integer("hep_capture_id", "1", "", "what tells collectors who captured", Hep::captureId),
            integer(
                    "homer5_on",
                    "1",
                    "",
                    "whether payloads are parts with a delimiter; 0 makes them JSON",
                    (hep, on) -> hep.homer5(on != 0)),
            text("homer5_delim", ":", "what stands between the parts of a payload", Hep::homer5Delimiter),
            integer(
                    "hep_real_protocol",
                    "0",
                    "",
                    "1 tells UDP for what came over UDP, where the originals always tell TCP",
                    (hep, on) -> hep.realProtocol(on != 0)),
            integer(
                    "hep_reply_max",
                    "128",
                    "bytes",
                    "how much of a reply is told",
                    (hep, bytes) -> hep.replyMax(narrow("hep_reply_max", bytes))),
            text(
                    "hep_ca_file",
                    "",
                    "file with the certificates that collectors may have over tls; at first what Java trusts",
                    Hep::caFile),
            integer(
                    "hep_buffer",
                    "1024",
                    "KB",
                    "copies that may wait for one collector",
                    (hep, kilobytes) -> hep.buffer(narrow("hep_buffer", kilobytes))));

    private HepModule() {}

    private static Parameter<Hep> text(String name, String initial, String summary, BiFunction<Hep, String, Hep> set) {
        return new Parameter<>(name, Kind.TEXT, initial, "", summary, (hep, value) -> set.apply(hep, value.asText()));
    }

    private static Parameter<Hep> integer(
            String name, String initial, String unit, String summary, BiFunction<Hep, Long, Hep> set) {
        return new Parameter<>(
                name, Kind.INTEGER, initial, unit, summary, (hep, value) -> set.apply(hep, value.asLong()));
    }

    private static int narrow(String name, long wide) {
        if (wide != (int) wide) {
            throw ConfigError.of("proto_hep." + name, wide, "not a 32-bit integer");
        }
        return (int) wide;
    }
}
