package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.INTEGER;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.wirechief.core.Access;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Reply;
import org.wirechief.server.statistics.MemoryPools;

/// `mem_shm_dump`: writes to the log where the memory is that all threads share (spec mi-json §10).
final class MiMemoryDump {
    private MiMemoryDump() {}

    /// @param log it is written to
    static CommandSpec shared(Logger log) {
        return BuiltIns.mi("mem_shm_dump")
                .canonical("mem:shm_dump")
                .access(Access.WRITE)
                .summary("Writes to the log where the JVM's memory is, at this level: 3 if not told.")
                .optional("log_level", INTEGER)
                .example("3")
                // for the JVM's management classes, which are loaded at the first reading
                .blocking()
                .run((call, reply) -> shared(call, reply, log));
    }

    private static void shared(Call call, Reply reply, Logger log) {
        Level level = call.args().hasNext() ? level(call.args().integer()) : Level.INFO;
        MemoryPools.lines().forEach(line -> log.log(level, line));
        reply.ok();
    }

    /// As near as the levels of Java come.
    private static Level level(long counted) {
        return switch (MiLogLevel.severity(counted)) {
            case 7 -> Level.DEBUG;
            case 5, 6 -> Level.INFO;
            case 4 -> Level.WARNING;
            default -> Level.ERROR;
        };
    }
}
