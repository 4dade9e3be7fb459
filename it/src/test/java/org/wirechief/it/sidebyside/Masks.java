package org.wirechief.it.sidebyside;

import java.util.List;

/// All that may differ between Kamailio and this server in the session, and why.
final class Masks {
    private static final String ANY = "(?s)^exit 0\n.*stderr: $";

    static final List<Mask> ALL = List.of(
            version("(core\\.)?ver(sion)?", "(kamailio|wirechief) [\\d.]+ \\([\\w/]+\\) ?$"),
            version("core\\.info", "^\tversion: (kamailio|wirechief) [\\d.]+$"),
            version("core\\.runinfo", "^\t(name: (kamailio|wirechief)|version: [\\d.]+)$"),
            masked("core\\.(run)?info", "^\t(id|sourceid|compiler): .*$", "$1", "each build names its own sources"),
            masked("core\\.(info|flags)", "USE_TCP(, [A-Z_-]+)+$", "FLAGS", "what each build can do"),
            masked("core\\.runinfo", "^\t(time_\\w+|uptime_secs|utime_days): .*$", "$1", "the clock"),
            masked("-f .* core\\.uptime", "uptime: \\d+", "UPTIME", "the clock"),
            masked("(-f .* )?core\\.uptime", "\\w{3} \\w{3} [ \\d]\\d [\\d:]{8} \\d{4}", "TIME", "the clock"),
            masked("core\\.uptime", "^\tuptime: \\d+$", "UPTIME", "the clock"),
            masked("core\\.ps", "(^\\d+\n[^\n]+\n)+", "PID DESCRIPTION", "each server's own processes or threads"),
            masked("ps", "(^\\d+\t[^\n]+\n)+", "PID DESCRIPTION", "each server's own processes or threads"),
            masked(
                    "-f '%v ' ps",
                    "(\\d+ [a-z][^\n]*? (?=\\d+ [a-z]|stderr))+",
                    "PID DESCRIPTION",
                    "each server's own processes or threads"),
            masked(
                    "(core\\.)?psx",
                    "(^\\{\n\tIDX: \\d+\n\tPID: \\d+\n\tDSC: [^\n]+\n}\n)+",
                    "PSX",
                    "each server's own processes or threads"),
            masked(
                    "core\\.psa",
                    "(^\\{\n\tindex: \\d+\n\tpid: \\d+\n\tstatus: 1\n\trank: -?\\d+\n\tdescription: [^\n]+\n}\n)+",
                    "PSA",
                    "each server's own processes or threads"),
            masked("core\\.pwd", "^/tmp/\\w+$", "FOLDER", "each server runs in a folder of its own"),
            masked("core\\.arg", ANY, "ARGUMENTS", "each server's own command line"),
            masked("core\\.modules", "(^\\w+\n)+", "MODULES", "each server's own modules"),
            masked("core\\.shmmem.*", "^\t(\\w+): \\d+$", "$1", "memory"),
            masked("core\\.tcp_(info|options)", "^\t([\\w()]+): \\d+$", "$1", "each server's own sockets and limits"),
            masked("core\\.tcp_list", ANY, "CONNECTIONS", "a Kamailio's SIP connections, our callers"),
            masked("core\\.sockets_list", ANY, "SOCKETS", "a Kamailio's SIP sockets, our doors"),
            masked("-vv core\\.echo .*", "cookie [0-9a-f]+", "COOKIE", "kamcmd chooses it at random"),
            masked(
                    "(ctl\\.)?who( too many arguments)?",
                    "127\\.0\\.0\\.1(\\s)\\d+",
                    "127.0.0.1$1PORT",
                    "the caller's port"),
            masked(
                    "ls|list|system\\.listMethods|help( 5)?|\\?",
                    "(^[\\w.]+\n)+",
                    "NAMES",
                    "each server's own commands"),
            masked("(help|system\\.methodHelp) core\\.echo", "\n[^\n]+\n", "HELP", "our sentences are our own"),
            masked(
                    "system\\.methodSignature core\\.echo",
                    "error: 500 - Not Implemented Yet|core\\.echo \\[value:any \\.\\.\\.]",
                    "SIGNATURE",
                    "we have signatures: docs/interpretation.md"),
            masked("cfg\\.list( 5)?", "(^\\w+: \\w+\n)+", "SETTINGS", "each server's own settings"),
            masked("cnt\\.(grps_list|list_groups)", "(^\\w+\n)+", "GROUPS", "each server's own counters"),
            masked("stats\\..* all", "(^[\\w:-]+ = \\d+\n)+", "COUNTERS", "each server's own counters"));

    private Masks() {}

    private static Mask masked(String words, String pattern, String instead, String reason) {
        return Mask.of("kamcmd (?:" + words + ")", pattern, instead, reason);
    }

    private static Mask version(String words, String pattern) {
        return masked(words, pattern, "VERSION", "each server's own name and version");
    }

    static List<Mask> of(String step) {
        return ALL.stream().filter(mask -> mask.isFor(step)).toList();
    }

    static String on(String answer, List<Mask> masks) {
        String masked = answer;
        for (Mask mask : masks) {
            masked = mask.on(masked);
        }
        return masked;
    }
}
