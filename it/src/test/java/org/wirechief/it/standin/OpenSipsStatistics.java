package org.wirechief.it.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirechief.core.Statistic;

/// The statistics of a SIP server that was just started, in the place of this server's own: nothing
/// has happened yet, and a second has passed.
public final class OpenSipsStatistics {
    private static final String CORE = "rcv_requests rcv_replies fwd_requests fwd_replies drop_requests drop_replies"
            + " err_requests err_replies bad_URIs_rcvd unsupported_methods bad_msg_hdr timestamp";
    private static final String TM = "received_replies relayed_replies local_replies UAS_transactions UAC_transactions"
            + " 2xx_transactions 3xx_transactions 4xx_transactions 5xx_transactions 6xx_transactions"
            + " inuse_transactions";
    private static final String DIALOG = "active_dialogs early_dialogs processed_dialogs expired_dialogs failed_dialogs"
            + " create_sent update_sent delete_sent create_recv update_recv delete_recv";

    /// What tells a state and is not counted.
    private static final Set<String> STATES = Set.of(
            "timestamp",
            "waiting_udp",
            "waiting_tcp",
            "waiting_tls",
            "inuse_transactions",
            "active_dialogs",
            "early_dialogs");

    private OpenSipsStatistics() {}

    /// As 2.4 has them, or 1.8.
    public static List<Statistic> captured(boolean early) {
        List<Statistic> all = new ArrayList<>();
        add(all, "core", CORE);
        add(all, "net", early ? "waiting_udp waiting_tcp" : "waiting_udp waiting_tcp waiting_tls");
        add(all, "dialog", DIALOG);
        add(all, "tm", TM);
        if (!early) {
            add(all, "script", "my_dyn");
        }
        return all;
    }

    private static void add(List<Statistic> all, String group, String names) {
        for (String name : names.split(" ")) {
            Statistic.Kind kind = STATES.contains(name) ? Statistic.Kind.GAUGE : Statistic.Kind.COUNT;
            long value = name.equals("timestamp") ? 1 : 0;
            all.add(new Statistic(group, name, kind, "a stand-in", () -> value));
        }
    }
}
