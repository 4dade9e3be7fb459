package org.wirechief.it.vectors;

import java.util.Map;
import java.util.TreeMap;

/// Commands whose answers tell about the one who answers: the values cannot be those of the
/// capture, names and types can.
final class ShapeOnly {
    /// Command and why.
    static final Map<String, String> COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("cfg.list", "the settings of this server stand before those of the test"),
            Map.entry("core.flags", "what this build can do"),
            Map.entry("core.info", "version and compiler of this build"),
            Map.entry("core.modules", "the modules of this server"),
            Map.entry("core.ps", "thread ids and threads of this server"),
            Map.entry("core.psa", "thread ids and threads of this server"),
            Map.entry("core.psx", "thread ids and threads of this server"),
            Map.entry("core.pwd", "the test's working directory"),
            Map.entry("core.runinfo", "version and clock"),
            Map.entry("core.shmmem", "memory in use; beyond 2^31-1 bytes it is decimal text"),
            Map.entry("core.sockets_list", "the test's sockets"),
            Map.entry("core.tcp_info", "limits and connections of this server"),
            Map.entry("core.tcp_options", "limits of this server"),
            Map.entry("ctl.listen", "the test's sockets")));

    private ShapeOnly() {}

    /// A shape in which an integer that grew too long for its type is one still.
    static String ofAnySize(String command, String shape) {
        return command.equals("core.shmmem") ? shape.replace(":str", ":int") : shape;
    }
}
