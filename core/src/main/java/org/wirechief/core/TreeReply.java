package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A reply that keeps the answer as values, for tests and for callers inside the program.
public final class TreeReply implements ValueReply, TreeElements {
    private final List<Value> values = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable Fault fault;

    public TreeReply() {}

    /// What was answered: one value as itself, several as an array, none as [Value.Nil].
    ///
    /// @throws Fault when the answer is one
    public Value value() {
        List<Value> all = values();
        return switch (all.size()) {
            case 0 -> new Value.Nil();
            case 1 -> all.getFirst();
            default -> new Value.Arr(all);
        };
    }

    /// What was answered, value by value.
    ///
    /// @throws Fault when the answer is one
    public List<Value> values() {
        if (fault != null) {
            throw fault;
        }
        return List.copyOf(values);
    }

    /// Does what the command left to do after its answer was sent.
    public void sent() {
        actions.forEach(Runnable::run);
        actions.clear();
    }

    @Override
    public void add(Value value) {
        values.add(value);
    }

    @Override
    public boolean isFault() {
        return fault != null;
    }

    @Override
    public void fault(int code, String reason) {
        fault(new Fault(code, reason));
    }

    @Override
    public void fault(Fault thrown) {
        if (fault == null) {
            fault = thrown;
        }
    }

    @Override
    public void afterSend(Runnable action) {
        actions.add(action);
    }
}
