package org.wirechief.it.mijson;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/// What a server with the names of 4.0 answers otherwise than OpenSIPS 4.0.1, on purpose, by the
/// vectors' subjects. The reasons stand in docs/interpretation.md.
final class MiNamesDeviations {
    static final String SERVER = "OpenSIPS (4.0.1 (x86_64/linux))";

    private static final String VERSION = "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"" + SERVER + "\"},\"id\":";

    private static final String PARAMETERS = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32602,"
            + "\"message\":\"Invalid params\",\"data\":\"Too few or too many parameters\"},\"id\":1}";

    /// What comes instead; a statistic's value is `N`.
    static final Map<String, String> ANSWERS = Map.ofEntries(
            entry(
                    "local_list",
                    "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32001,\"message\":\"Method ambiguous\",\"data\":"
                            + "\"supported names: statistics:list, evi:list, tcp:list, blacklists:list\"},\"id\":1}"),
            entry("tcp_list_proto", PARAMETERS),
            entry("tcp_list_badproto", PARAMETERS),
            entry("id_true", VERSION + "true}"),
            entry("arr_raise", "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}"),
            entry("fifo_after_wedge", VERSION + "1}"));

    /// Only the types and names in these answers can be the same, also in another order.
    static final Set<String> BY_FORM =
            Set.of("which_core", "evi_list", "uptime", "ps", "alias_get_statistics", "canonical_stat_get");

    private MiNamesDeviations() {}
}
