package org.wirechief.wire.jsonrpc;

import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;

/// Finds commands and runs them for a [JsonRpcServer].
public interface JsonRpcEngine {
    /// What a method's name means.
    MiLookup find(Octets name);

    /// Which names that is by.
    MiNaming naming();

    /// Runs a command; throws nothing. Usually [org.wirechief.core.Dispatch#run].
    void run(CommandSpec spec, Call call, Reply reply);
}
