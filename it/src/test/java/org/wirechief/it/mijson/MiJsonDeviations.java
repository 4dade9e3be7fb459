package org.wirechief.it.mijson;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What this server answers otherwise than OpenSIPS 3.6.8, on purpose, by the vectors' subjects.
/// The reasons stand in docs/interpretation.md.
final class MiJsonDeviations {
    private static final String METHOD_NOT_FOUND = error("\"code\":-32601,\"message\":\"Method not found\"");

    private static final String BAD_VALUE = "\"code\":400,\"message\":\"Bad parameter value\"";
    private static final String OK = "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}";

    /// Of requests of the engine's.
    static final Map<String, String> OF_ENGINE = Map.ofEntries(
            entry("id_float", version("1.5")),
            entry("id_float_neg", version("-1.99")),
            entry("id_intmin_minus1", version("-2147483649")),
            entry("id_huge_exp", version("1e400")),
            entry("id_big", version("99999999999")),
            entry("id_true", version("true")),
            entry("id_false", version("false")),
            entry("id_array", version("[1]")),
            entry("id_object", version("{\"a\":1}")));

    /// About the server's end, a client without address and one that does not read, and what was
    /// not kept whole; other tests show them.
    static final Set<String> NOT_ASKED = Set.of(
            "kill",
            "unbound_client",
            "slow_reader_note",
            "req_len_65000",
            "req_len_65456",
            "req_len_65457",
            "req_len_65507",
            "nest_arr_30000",
            "nest_valid_20000",
            "reply_len_65455");

    private static final String BAD_EVENT =
            error("\"code\":-32602,\"message\":\"Invalid params\",\"data\":\"Bad type for parameter 'event'\"");

    /// Of commands.
    static final Map<String, String> OF_COMMANDS = Map.ofEntries(
            entry("cmd.param_state_3", BAD_EVENT),
            entry("cmd.param_state_5", BAD_EVENT),
            entry("cmd.event_subscribe_virtual", error(BAD_VALUE)),
            entry("cmd.event_subscribe_tcp", error(BAD_VALUE)),
            entry("cmd.event_subscribe_bigport", error(BAD_VALUE)),
            entry("cmd.event_subscribe_noproto", OK),
            entry("cmd.event_subscribe_ipv6", OK),
            entry("cmd.subscribers_list_after0", error("\"code\":404,\"message\":\"Subscriber does not exist\"")),
            entry("cmd.log_level_pid", error("\"code\":-32602,\"message\":\"Invalid params\",\"data\":\"Bad PID\"")),
            entry(
                    "cmd.sr_list_status",
                    result("[{\"Name\":\"core\",\"Identifiers\":[{\"Name\":\"main\",\"Readiness\":true,"
                            + "\"Status\":1,\"Details\":\"running\"}]}]")),
            entry("cmd.sr_list_ids", result("[{\"Group\":\"core\",\"Identifiers\":[\"main\"]}]")),
            entry("cmd.get_stat_multi", "{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}"),
            entry("cmd.get_stat_dialog_missing_group", "{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}"),
            entry("cmd.get_stat_script", "{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}"),
            entry("cmd.list_stat_group", "{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}"));

    /// Only the types and names in these answers can be the same, also in another order.
    static final Set<String> BY_FORM = Set.of(
            "cmd.uptime",
            "cmd.which",
            "cmd.ps",
            "cmd.log_level_get",
            "cmd.list_tcp_conns_one",
            "cmd.events_list",
            "cmd.subscribers_list",
            "cmd.subscribers_list_ev",
            "cmd.subscribers_list_sock",
            "cmd.subscribers_list_sock_named",
            "cmd.sr_list_reports_grp",
            "cmd.sr_list_reports_id",
            "cmd.get_stat_one",
            "cmd.get_stat_named",
            "cmd.get_stat_dup",
            "cmd.get_stat_load",
            "cmd.get_stat_shm");

    /// Of these not even the names of the members: there are other modules and other groups.
    static final Set<String> OTHER_NAMES =
            Set.of("cmd.get_stat_all", "cmd.get_stat_group", "cmd.get_stat_group_case", "cmd.list_stat");

    /// Of these the form of one element: a module that is not there has nothing to report.
    static final Set<String> FEWER = Set.of("cmd.sr_list_reports");

    /// Commands that OpenSIPS has and this server has not.
    static final Set<String> NOT_SERVED = Set.of(
            "add_blacklist_rule",
            "cache_fetch_chunk",
            "cache_remove_chunk",
            "get_config_hash",
            "mem_pkg_dump",
            "mem_rpm_dump",
            "profiling_proc",
            "pike_list",
            "pike_rm",
            "rand_get_prob",
            "rand_set_prob",
            "reload_routes",
            "shm_check",
            "shv_get",
            "shv_set",
            "t_hash",
            "tcp:close",
            "tcp_trace",
            "trace_start",
            "trace_stop",
            "ul_add",
            "ul_dump",
            "ul_rm",
            "ul_show_contact",
            "xlog_level");

    private MiJsonDeviations() {}

    /// What comes instead, for all vectors that come out otherwise.
    static Map<String, String> answers() {
        Map<String, String> all = new HashMap<>(OF_ENGINE);
        all.putAll(OF_COMMANDS);
        return all;
    }

    /// All vectors that come out otherwise.
    static Set<String> vectors() {
        return union(OF_ENGINE.keySet(), OF_COMMANDS.keySet());
    }

    /// All vectors that are not compared byte for byte.
    static Set<String> byForm() {
        return union(BY_FORM, union(OTHER_NAMES, FEWER));
    }

    private static String result(String json) {
        return "{\"jsonrpc\":\"2.0\",\"result\":" + json + ",\"id\":1}";
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    static String notServed() {
        return METHOD_NOT_FOUND;
    }

    private static String error(String body) {
        return "{\"jsonrpc\":\"2.0\",\"error\":{" + body + "},\"id\":1}";
    }

    private static String version(String id) {
        return "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"" + OpenSips.VERSION + "\"},\"id\":" + id + "}";
    }
}
