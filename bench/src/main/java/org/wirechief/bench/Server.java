package org.wirechief.bench;

import java.util.Map;

/// A running server: where it listens and what it costs.
///
/// @param pid of its first process
record Server(String name, long pid, Map<Carrier, Target> targets, CpuTime cpu) {
    Server {
        targets = Map.copyOf(targets);
    }

    /// @throws IllegalArgumentException when it does not listen on that carrier
    Generator generator(Carrier carrier) {
        return new Generator(target(carrier), cpu);
    }

    /// @throws IllegalArgumentException when it does not listen on that carrier
    Target target(Carrier carrier) {
        Target target = targets.get(carrier);
        if (target == null) {
            throw new IllegalArgumentException(name + " does not listen on " + carrier.word());
        }
        return target;
    }
}
