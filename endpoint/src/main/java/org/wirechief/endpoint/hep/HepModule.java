package org.wirechief.endpoint.hep;

import java.util.List;
import org.wirechief.endpoint.Parameter;

/// The parameters of `proto_hep` as the configuration spells them (spec mi-text §11.1).
final class HepModule {
    static final List<Parameter<Hep>> PARAMETERS = List.of(
            Parameter.text(
                    "hep_id",
                    "",
                    "a collector, [name]host[:port][;transport=udp|tcp|tls][;version=1|2|3]; may be given again",
                    Hep::hepId),
            Parameter.text(
                    "trace_destination", "", "the same as hep_id, by the name manuals give it", Hep::traceDestination),
            Parameter.wide("hep_capture_id", "1", "", "what tells collectors who captured", Hep::captureId),
            Parameter.wide(
                    "homer5_on",
                    "1",
                    "",
                    "whether payloads are parts with a delimiter; 0 makes them JSON",
                    (hep, on) -> hep.homer5(on != 0)),
            Parameter.text("homer5_delim", ":", "what stands between the parts of a payload", Hep::homer5Delimiter),
            Parameter.wide(
                    "hep_real_protocol",
                    "0",
                    "",
                    "1 tells UDP for what came over UDP, where the originals always tell TCP",
                    (hep, on) -> hep.realProtocol(on != 0)),
            Parameter.integer("hep_reply_max", "128", "bytes", "how much of a reply is told", Hep::replyMax),
            Parameter.text(
                    "hep_ca_file",
                    "",
                    "file with the certificates that collectors may have over tls; at first what Java trusts",
                    Hep::caFile),
            Parameter.integer("hep_buffer", "1024", "KB", "copies that may wait for one collector", Hep::buffer));

    private HepModule() {}
}
