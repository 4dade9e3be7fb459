package org.wirechief.it.kamailio;

import java.util.List;
import java.util.Map;

/// Methods of Kamailio 5.6.3 that are not called, or whose answer may be another a moment later,
/// and why. Every other one is called without parameters, by one program after the other, and
/// answers all of them the same.
final class MethodTable {
    private static final int TRIES = 40;

    /// Not called.
    static final Map<String, String> LEFT_OUT = Map.of("core.kill", "ends the node");

    /// Asked by all programs again while their answers differ.
    static final Map<String, String> MOVING = Map.of(
            "core.uptime", "the clock",
            "core.runinfo", "the clock",
            "ctl.who", "the node has not noticed yet that the caller before has gone",
            "ctl.connections", "the node has not noticed yet that the caller before has gone",
            "dispatcher.reload", "refuses the second of two within a few seconds",
            "dispatcher.add", "refuses while a reload is recent",
            "dispatcher.remove", "refuses while a reload is recent",
            "shm.report", "as long as the list of free fragments",
            "pkg.stats", "a process more or less",
            "mod.stats", "memory in use");

    /// Called as well: doubles, negative and large numbers, and what answers only to arguments.
    static final List<String> WITH_ARGUMENTS = List.of(
            "stats.fetchn all",
            "stats.fetchn shmem:",
            "stats.fetch all",
            "stats.get_statistics all",
            "mod.stats all all",
            "cnt.grp_get_all core",
            "cfg.get core debug",
            "core.shmmem k",
            "core.printi 0 255 70000 2147483647 -1 -70000",
            "core.echo abc 5 0x10");

    private MethodTable() {}

    static int tries(String line) {
        return MOVING.containsKey(line.split(" ")[0]) ? TRIES : 1;
    }
}
