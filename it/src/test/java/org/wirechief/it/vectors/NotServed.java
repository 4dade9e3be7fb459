package org.wirechief.it.vectors;

import java.util.List;

/// Commands that Kamailio has, this server has not, and no stand-in takes the place of. Listed in
/// docs/interpretation.md; their answers are read and written again by the codec's own tests.
public final class NotServed {
    /// A name, or the beginning of names when it ends in `*`.
    static final List<String> COMMANDS = List.of(
            "core.aliases_list",
            "core.ppdefines",
            "core.ppdefines_full",
            "core.udp4_raw_info",
            "corex.*",
            "dbg.*",
            "dispatcher.*",
            "dlg.*",
            "dns.*",
            "dst_blocklist.*",
            "jsonrpc.*",
            "mod.*",
            "pike.*",
            "pkg.*",
            "pl.stats",
            "rl.*",
            "shm.*",
            "sl.*",
            "tm.*",
            "ul.*");

    private NotServed() {}

    /// Whether a command is one of them.
    public static boolean covers(String command) {
        return COMMANDS.stream()
                .anyMatch(name -> name.endsWith("*")
                        ? command.startsWith(name.substring(0, name.length() - 1))
                        : command.equals(name));
    }
}
