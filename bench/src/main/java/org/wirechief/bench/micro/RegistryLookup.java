package org.wirechief.bench.micro;

import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Vocabulary;

/// A command by its name, among those a server has by itself.
@State(Scope.Thread)
public class RegistryLookup {
    private final byte[] rpc = Scene.bytes("core.echo");
    private final byte[] mi = Scene.bytes("get_statistics");
    private final Dispatch dispatch;
    private final MiNames names;

    public RegistryLookup() {
        dispatch = Scene.dispatch();
        names = new MiNames(dispatch.commands(), MiNaming.V3);
    }

    @Benchmark
    public Object rpc() {
        return Objects.requireNonNull(dispatch.find(Vocabulary.RPC, Octets.copyOf(rpc)));
    }

    @Benchmark
    public Object mi() {
        return dispatch.find(names, Octets.copyOf(mi));
    }
}
