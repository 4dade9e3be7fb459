package org.wirechief.it.mijson;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What `mi_fifo` does otherwise than OpenSIPS 3.6.8, on purpose, by the vectors' subjects. The
/// reasons stand in docs/interpretation.md.
final class MiFifoDeviations {
    private static final String VERSION =
            "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"" + OpenSips.VERSION + "\"},\"id\":";

    /// OpenSIPS says nothing to what is no JSON.
    static final Set<String> NO_JSON = Set.of(
            "id_minus_only",
            "id_plus",
            "id_nul_escape",
            "id_lone_high_surrogate",
            "id_bad_hex_escape",
            "id_bad_escape",
            "id_unterminated",
            "trailing_comma_obj",
            "trailing_comma_arr",
            "unquoted_key",
            "comment",
            "bom",
            "not_json",
            "old_mi_syntax");

    /// About the length of another directory, files beside the FIFO, or not kept whole; other tests
    /// show these.
    static final Set<String> ELSEWHERE = Set.of(
            "name_len_over",
            "pipelined_over_4096",
            "req_len_6000",
            "side_noreply",
            "side_missing",
            "side_dirx",
            "side_hardlnk",
            "side_noreader",
            "reader_dies");

    /// Tells about the one who answers.
    static final Set<String> BY_FORM = Set.of("fr_two_two_replies", "fr_two_newline");

    /// A long answer that was not kept.
    static final Set<String> NOT_KEPT = Set.of("reply_big");

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
            version("req_len_4097", "r1", 1),
            Map.entry("doc_example", Map.of("r1", "{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":\"5672\"}")));

    private MiFifoDeviations() {}

    /// All vectors that come out otherwise, but for those that do on datagrams too.
    static Set<String> vectors() {
        Set<String> all = new TreeSet<>(NO_JSON);
        all.addAll(LOST_BRACE);
        all.addAll(ANSWERS.keySet());
        all.addAll(REPLIES.keySet());
        return all;
    }

    /// All that are not compared, or not byte for byte.
    static Set<String> notCompared() {
        Set<String> all = new TreeSet<>(ELSEWHERE);
        all.addAll(BY_FORM);
        all.addAll(NOT_KEPT);
        return all;
    }

    private static Map.Entry<String, Map<String, String>> version(String subject, String name, int id) {
        return Map.entry(subject, Map.of(name, VERSION + id + "}"));
    }
}
