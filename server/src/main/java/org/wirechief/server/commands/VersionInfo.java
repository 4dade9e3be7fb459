package org.wirechief.server.commands;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wirechief.core.CommandSpec;

/// `core.version`, `core.flags`, `core.info`, `core.runinfo`: what this build is, and for how long
/// it runs.
final class VersionInfo {
    /// What this build can do, in the words that tools already look for where there is one.
    private static final String FLAGS = "USE_TCP, DISABLE_NAGLE, NIO, VIRTUAL_THREADS";

    /// When it was compiled is not kept, as in Debian's Kamailio: equal sources give equal jars.
    private static final String COMPILED = "";

    private VersionInfo() {}

    static List<CommandSpec> of(ServerState state) {
        return List.of(version(state.identity()), flags(), info(state.identity()), runinfo(state));
    }

    private static CommandSpec version(Identity identity) {
        return BuiltIns.rpc("core.version")
                .summary("Answers name, version and platform of this server.")
                .run((_, reply) -> reply.add(identity.versionText()));
    }

    private static CommandSpec flags() {
        return BuiltIns.rpc("core.flags")
                .summary("Answers what this build can do, in words.")
                .run((_, reply) -> reply.add(FLAGS));
    }

    private static CommandSpec info(Identity identity) {
        Build build = identity.build();
        return BuiltIns.rpc("core.info")
                .summary("Describes this build.")
                .run((_, reply) -> reply.struct(s -> {
                    s.put("version", identity.name() + " " + build.version());
                    s.put("id", build.sourceId());
                    s.put("compiler", build.compiler());
                    s.put("compiled", COMPILED);
                    s.put("flags", FLAGS);
                }));
    }

    private static CommandSpec runinfo(ServerState state) {
        Build build = state.identity().build();
        return BuiltIns.rpc("core.runinfo")
                .summary("Describes this build and tells how long it has been running.")
                .run((_, reply) -> {
                    Instant now = state.clock().instant();
                    Duration up = state.uptime(now);
                    reply.struct(s -> {
                        s.put("name", state.identity().name());
                        s.put("version", build.version());
                        s.put("sourceid", build.sourceId());
                        s.put("compiler", build.compiler());
                        s.put("compiled", COMPILED);
                        s.put("time_now", Ctime.local(now));
                        s.put("time_started", Ctime.local(state.started()));
                        s.put("uptime_secs", up.toSeconds());
                        s.put("utime_days", inDays(up));
                    });
                });
    }

    /// `0d 0h 2m 7s`
    private static String inDays(Duration up) {
        return up.toDays() + "d " + up.toHoursPart() + "h " + up.toMinutesPart() + "m " + up.toSecondsPart() + "s";
    }
}
