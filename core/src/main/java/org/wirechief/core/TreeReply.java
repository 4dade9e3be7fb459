package org.wirechief.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A reply that keeps the answer as values, for tests and for callers inside the program. Rows
/// become arrays of structs, as in the structured dialects.
public final class TreeReply implements Reply {
    private final List<Value> values = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private final TreeElements sink = new TreeElements(values);
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
    public void add(long value) {
        sink.add(value);
    }

    @Override
    public void add(double value) {
        sink.add(value);
    }

    @Override
    public void add(boolean value) {
        sink.add(value);
    }

    @Override
    public void add(Octets text) {
        sink.add(text);
    }

    @Override
    public void nil() {
        sink.nil();
    }

    @Override
    public void blob(Octets bytes) {
        sink.blob(bytes);
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        sink.struct(body);
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        sink.array(body);
    }

    @Override
    public void rows(String list, String one, Consumer<? super Rows> body) {
        struct(members -> StructRow.into(members, list, body));
    }

    @Override
    public void line(Octets text) {
        add(text);
    }

    @Override
    public void lines(Collection<String> all) {
        array(elements -> all.forEach(elements::add));
    }

    @Override
    public void ok() {
        add("OK");
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
