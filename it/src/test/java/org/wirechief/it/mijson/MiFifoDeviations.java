package org.wirechief.it.mijson;

import java.util.Map;
import java.util.Set;

/// What `mi_fifo` does otherwise than OpenSIPS 3.6.8, on purpose, by the vectors' subjects. The
/// reasons stand in docs/interpretation.md.
final class MiFifoDeviations {
    private static final String VERSION =
            "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"" + OpenSips.VERSION + "\"},\"id\":";

    /// Not whole, so the rest is waited for and nothing is answered.
    static final Set<String> UNFINISHED = Set.of("id_unterminated");

    /// About the length of another directory, or not kept whole; other tests show these.
    static final Set<String> ELSEWHERE = Set.of("name_len_over", "pipelined_over_4096", "req_len_6000");

    /// OpenSIPS loses the last brace.
    static final Set<String> LOST_BRACE = Set.of("reply_len_4096");

    /// What is answered.
    static final Map<String, String> ANSWERS =
            Map.of("id_intmax_plus1", VERSION + "2147483648}", "params_ambiguous_pos", MiJsonDeviations.notServed());

    /// What comes on which reply FIFO.
    static final Map<String, Map<String, String>> REPLIES = Map.ofEntries(
            version("fr_leading_ctrl", "r1", 1),
            version("fr_garbage_prefix", "r1", 1),
            version("fr_garbage_between", "r2", 2),
            version("fr_comma_between", "r2", 2),
            version("fr_wedged_next", "r1", 1),
            version("fr_wedged_next2", "r1", 1),
            version("fr_split_first", "r1", 1),
            version("name_reject_drops_rest", "r1", 1),
            version("req_len_4097", "r1", 1));

    private MiFifoDeviations() {}

    private static Map.Entry<String, Map<String, String>> version(String subject, String name, int id) {
        return Map.entry(subject, Map.of(name, VERSION + id + "}"));
    }
}
