package org.wirechief.it.kamailio;

import java.util.Map;

/// Methods of Kamailio 5.6.3 that are not called, or not compared with `kamcmd`, and why. Every
/// other one is called without parameters.
final class MethodTable {
    /// Not called.
    static final Map<String, String> LEFT_OUT = Map.of("core.kill", "ends the node");

    /// Called, but what the next caller sees differs.
    static final Map<String, String> CHANGING = Map.of(
            "ctl.who", "lists kamcmd too",
            "dispatcher.reload", "refuses the second of two within a few seconds",
            "dispatcher.add", "refuses while a reload is recent",
            "dispatcher.remove", "refuses while a reload is recent",
            "shm.report", "as long as the list of free fragments",
            "pkg.stats", "a process more or less",
            "mod.stats", "memory in use");

    private MethodTable() {}
}
