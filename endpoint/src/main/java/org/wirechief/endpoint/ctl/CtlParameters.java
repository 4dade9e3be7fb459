package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.net.Address;
import org.wirechief.net.FileAccess;
import org.wirechief.net.StreamLimits;
import org.wirechief.wire.binrpc.BinrpcRules;

/// The parameters of `ctl`, valid as they stand.
///
/// @param binrpc where to listen; empty means the default address (spec ctl §11.5)
/// @param maxConnections stream connections over all listeners (spec ctl §7.7)
record CtlParameters(
        List<Address> binrpc,
        FileAccess file,
        AccessPolicy access,
        BinrpcRules rules,
        StreamLimits limits,
        int maxConnections) {

    static final CtlParameters INITIAL = new CtlParameters(
            List.of(),
            FileAccess.PRIVATE,
            AccessPolicy.initial("ctl"),
            BinrpcRules.DEFAULTS,
            StreamLimits.DEFAULT,
            128);

    /// A blocking command may run for each, and a stop can wait for so many.
    private static final int MOST_CONNECTIONS = 60_000;

    CtlParameters {
        binrpc = List.copyOf(binrpc);
        if (maxConnections < 1 || maxConnections > MOST_CONNECTIONS) {
            throw ConfigError.of(
                    "ctl.max_connections",
                    maxConnections,
                    "at least one connection must be allowed, and at most " + MOST_CONNECTIONS);
        }
    }

    CtlParameters listeningAlso(Address address) {
        List<Address> all = new ArrayList<>(binrpc);
        all.add(address);
        return new CtlParameters(all, file, access, rules, limits, maxConnections);
    }

    CtlParameters with(FileAccess changed) {
        return new CtlParameters(binrpc, changed, access, rules, limits, maxConnections);
    }

    CtlParameters with(AccessPolicy changed) {
        return new CtlParameters(binrpc, file, changed, rules, limits, maxConnections);
    }

    CtlParameters with(BinrpcRules changed) {
        return new CtlParameters(binrpc, file, access, changed, limits, maxConnections);
    }

    CtlParameters with(StreamLimits changed) {
        return new CtlParameters(binrpc, file, access, rules, changed, maxConnections);
    }

    CtlParameters withMaxConnections(int count) {
        return new CtlParameters(binrpc, file, access, rules, limits, count);
    }
}
