package org.wirechief.it.kamcmd;

import java.util.List;

/// What `kamcmd` prints of a command of ours.
///
/// @param words the command line after the address
/// @param stdout a regular expression for all of the output; `$UNIX` and `$PORT` stand for the
///     socket's path and the TCP port
record Printed(List<String> words, String stdout) {
    private static final String TIME = "\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}";
    private static final String VERSION = "wirechief \\d+\\.\\d+\\.\\d+ \\(\\w+/linux\\)\n";
    private static final String WORDS = "USE_TCP(, [A-Z_]+)+";

    static final List<Printed> NO_ARGUMENTS = List.of(
            printed("core.version", VERSION),
            printed("version", VERSION),
            printed("ver", VERSION),
            printed("core.flags", WORDS + "\n"),
            printed("core.ps", "\\d+\nctl handler\n"),
            printed("ps", "\\d+\tctl handler\n"),
            printed("core.psx", struct("IDX: 0", "PID: \\d+", "DSC: ctl handler")),
            printed("psx", struct("IDX: 0", "PID: \\d+", "DSC: ctl handler")),
            printed("core.psa", struct("index: 0", "pid: \\d+", "status: 1", "rank: -2", "description: ctl handler")),
            printed("core.pwd", "/.*\n"),
            printed("core.arg", "chief\nserve\n"),
            printed("core.modules", "ctl\n"),
            printed("core.kill 0", ""),
            printed("core.uptime", struct("now: " + TIME, "up_since: " + TIME, "uptime: \\d+")),
            printed(
                    "core.info",
                    struct(
                            "version: wirechief [\\d.]+",
                            "id: \\S+",
                            "compiler: javac \\S+",
                            "compiled: ",
                            "flags: " + WORDS)),
            printed(
                    "core.runinfo",
                    struct(
                            "name: wirechief",
                            "version: [\\d.]+",
                            "sourceid: \\S+",
                            "compiler: javac \\S+",
                            "compiled: ",
                            "time_now: " + TIME,
                            "time_started: " + TIME,
                            "uptime_secs: \\d+",
                            "utime_days: \\d+d \\d+h \\d+m \\d+s")));

    static final List<Printed> SOCKETS = List.of(
            printed(
                    "core.tcp_info",
                    struct(
                            "readers: 1",
                            "max_connections: 128",
                            "max_tls_connections: 0",
                            "opened_connections: \\d+",
                            "opened_tls_connections: 0",
                            "write_queued_bytes: \\d+")),
            printed(
                    "core.sockets_list",
                    struct(
                            "socket: \\{",
                            "\tproto: tcp",
                            "\taddress: 127\\.0\\.0\\.1",
                            "\tipaddress: 127\\.0\\.0\\.1",
                            "\tport: $PORT",
                            "\tmcast: no",
                            "\tmhomed: no",
                            "\tvirtual: no",
                            "}")),
            printed("listen", "\\[binrpc] unix_stream: $UNIX \n\\[binrpc] tcp: 127\\.0\\.0\\.1 $PORT\n"),
            printed("ctl.listen", "binrpc\nunix_stream\n$UNIX\n\nbinrpc\ntcp\n127\\.0\\.0\\.1\n$PORT\n"),
            printed("ctl.connections", "1\n"));

    static final List<Printed> ARGUMENTS = List.of(
            printed("core.echo abc 5", "abc\n5\n"),
            printed("core.echo", ""),
            printed("core.prints abc def", "abc\ndef\n"),
            printed("core.printi 1 300", "1\n300\n"),
            printed("core.shmmem m", memory()),
            printed("core.shmmem KB", memory()),
            printed("core.shmmem", memory()),
            printed("core.shmmem x", "error: 500 - bad param, \\(use b\\|k\\|m\\|g\\)\n"),
            printed(
                    "core.echo 1.5",
                    "error: 400 - error at parameter 0: expected float type but bug -- internal error\n"),
            printed("core.kill now", "error: 400 - error at parameter 0: expected integer type but .*\n"),
            printed("no.such", "error: 500 - command no\\.such not found\n"),
            printed("system.methodHelp core.echo", "\\w.*\n"),
            printed("help core.echo", "\\w.*\n"),
            printed("system.methodHelp", "error: 400 - Method Name Expected\n"),
            printed("system.methodHelp no.such", "error: 400 - command not found\n"),
            printed("system.methodSignature core.shmmem", "core\\.shmmem \\[unit:text]\n"));

    private static Printed printed(String line, String stdout) {
        return new Printed(List.of(line.split(" ")), stdout);
    }

    static String struct(String... lines) {
        return "\\{\n\t" + String.join("\n\t", lines) + "\n}\n";
    }

    private static String memory() {
        return struct("total: \\d+", "free: \\d+", "used: \\d+", "real_used: \\d+", "max_used: \\d+", "fragments: 1");
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
