package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.trace.TracePolicy;
import org.wirechief.net.FileAccess;
import org.wirechief.net.StreamLimits;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.ctlfifo.CtlFifoRules;

/// The parameters of `ctl`, valid as they stand.
///
/// @param doors where to listen, in the order of the configuration; none means the default address
///     (spec ctl §11.3, §11.5)
/// @param maxConnections stream connections over all listeners (spec ctl §7.7)
record CtlParameters(
        List<Listening> doors,
        FileAccess file,
        AccessPolicy access,
        BinrpcRules rules,
        CtlFifoRules lines,
        StreamLimits limits,
        int maxConnections,
        TracePolicy trace) {

    static final CtlParameters INITIAL = new CtlParameters(
            List.of(),
            FileAccess.PRIVATE,
            AccessPolicy.initial("ctl"),
            BinrpcRules.DEFAULTS,
            CtlFifoRules.DEFAULTS,
            StreamLimits.DEFAULT,
            128,
            TracePolicy.initial("ctl"));

    /// A blocking command may run for each, and a stop can wait for so many.
    private static final int MOST_CONNECTIONS = 60_000;

    CtlParameters {
        doors = List.copyOf(doors);
        if (maxConnections < 1 || maxConnections > MOST_CONNECTIONS) {
            throw ConfigError.of(
                    "ctl.max_connections",
                    maxConnections,
                    "at least one connection must be allowed, and at most " + MOST_CONNECTIONS);
        }
    }

    /// @throws ConfigError if it listens there already
    CtlParameters listeningAlso(Listening door) {
        for (Listening other : doors) {
            if (other.isWhere(door)) {
                throw ConfigError.of(
                        door.payload().parameter(),
                        door.address().configured(),
                        other.payload().parameter() + " = " + other.address().configured()
                                + " opens it already; remove one of them");
            }
        }
        List<Listening> all = new ArrayList<>(doors);
        all.add(door);
        return new CtlParameters(all, file, access, rules, lines, limits, maxConnections, trace);
    }

    CtlParameters with(FileAccess changed) {
        return new CtlParameters(doors, changed, access, rules, lines, limits, maxConnections, trace);
    }

    CtlParameters with(AccessPolicy changed) {
        return new CtlParameters(doors, file, changed, rules, lines, limits, maxConnections, trace);
    }

    CtlParameters with(BinrpcRules changed) {
        return new CtlParameters(doors, file, access, changed, lines, limits, maxConnections, trace);
    }

    CtlParameters with(CtlFifoRules changed) {
        return new CtlParameters(doors, file, access, rules, changed, limits, maxConnections, trace);
    }

    CtlParameters with(StreamLimits changed) {
        return new CtlParameters(doors, file, access, rules, lines, changed, maxConnections, trace);
    }

    CtlParameters withMaxConnections(int count) {
        return new CtlParameters(doors, file, access, rules, lines, limits, count, trace);
    }

    CtlParameters with(TracePolicy changed) {
        return new CtlParameters(doors, file, access, rules, lines, limits, maxConnections, changed);
    }
}
