package org.wirechief.endpoint.mi;

import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.wire.jsonrpc.JsonRpcEngine;

/// An engine whose callers may use the names of 4.0. Safe for use by several threads.
public record MiJsonEngine(MiEngine engine, MiNames names) implements JsonRpcEngine {
    MiCounters counters() {
        return engine.counters();
    }

    @Override
    public MiLookup find(Octets name) {
        return engine.dispatch().find(names, name);
    }

    @Override
    public MiNaming naming() {
        return names.naming();
    }

    @Override
    public void run(CommandSpec spec, Call call, Reply reply) {
        engine.run(spec, call, reply);
    }
}
