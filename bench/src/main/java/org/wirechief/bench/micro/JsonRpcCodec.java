package org.wirechief.bench.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcEngine;
import org.wirechief.wire.jsonrpc.JsonRpcRules;
import org.wirechief.wire.jsonrpc.JsonRpcServer;

/// `version` and `which log_level` in JSON-RPC, read, run and answered.
@State(Scope.Thread)
public class JsonRpcCodec {
    private static final int LONGEST = 65456;

    private final byte[] version = Scene.bytes("{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1234567890}");
    private final byte[] which =
            Scene.bytes("{\"jsonrpc\":\"2.0\",\"method\":\"which\",\"params\":[\"log_level\"],\"id\":1234567890}");
    private final ReplyBuffer out = new ReplyBuffer();
    private final JsonRpcServer server;

    public JsonRpcCodec() {
        Dispatch dispatch = Scene.dispatch();
        MiNames names = new MiNames(dispatch.commands(), MiNaming.V3);
        server = new JsonRpcServer(JsonRpcRules.compact(LONGEST), new Engine(dispatch, names));
    }

    private record Engine(Dispatch dispatch, MiNames names) implements JsonRpcEngine {
        @Override
        public MiLookup find(Octets name) {
            return dispatch.find(names, name);
        }

        @Override
        public MiNaming naming() {
            return names.naming();
        }

        @Override
        public void run(CommandSpec spec, Call call, Reply reply) {
            dispatch.run(spec, call, reply);
        }
    }

    @Benchmark
    public int version() {
        return answer(version);
    }

    @Benchmark
    public int which() {
        return answer(which);
    }

    private int answer(byte[] request) {
        out.clear();
        if (server.read(request, 0, request.length) != JsonRpcServer.Reading.REQUEST
                || server.run(Scene.CALLER, out) != JsonRpcServer.Outcome.ANSWERED) {
            throw new AssertionError("not answered");
        }
        return out.size();
    }
}
