package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.Locale;
import java.util.function.Supplier;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.server.statistics.MemoryUse;

/// `core.shmmem`: the memory that all threads share, here the JVM's heap and direct memory.
///
/// The JVM accounts for no overhead of allocation, so `real_used` is `used`; its collectors leave
/// the free room in one piece, so `fragments` is 1. As in Kamailio `free` and `real_used` add up to
/// `total`, in bytes.
final class Shmmem {
    private Shmmem() {}

    static CommandSpec of(Supplier<MemoryUse> memory) {
        return BuiltIns.rpc("core.shmmem")
                .summary("Tells how much of the JVM's heap and direct memory is used, in b, k, m or g.")
                .optional("unit", TEXT)
                .example("m")
                // Not for waiting, but for the first reading: see MemoryUse.
                .blocking()
                .run((call, reply) -> {
                    int shift = shift(call.args());
                    MemoryUse use = memory.get();
                    reply.struct(s -> {
                        s.put("total", use.total() >> shift);
                        s.put("free", use.free() >> shift);
                        s.put("used", use.used() >> shift);
                        s.put("real_used", use.used() >> shift);
                        s.put("max_used", use.peak() >> shift);
                        s.put("fragments", 1);
                    });
                });
    }

    private static int shift(Args args) {
        return switch (OptionalText.next(args, "b").toLowerCase(Locale.ROOT)) {
            case "b" -> 0;
            case "k", "kb" -> 10;
            case "m", "mb" -> 20;
            case "g", "gb" -> 30;
            default -> throw new Fault(500, "bad param, (use b|k|m|g)");
        };
    }
}
