package org.wirechief.it.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Value;

/// Settings that can change while a server runs, in groups, and changes that wait to be committed.
/// A setting without a value is listed and cannot be read.
public final class Settings {
    private final Map<Name, @Nullable Value> now = new LinkedHashMap<>();
    private final Map<Name, Value> delayed = new LinkedHashMap<>();

    public record Name(String group, String variable) {}

    /// A change that waits.
    record Change(Name name, Value before, Value after) {}

    static Settings ofKamailio() {
        Settings settings = new Settings();
        for (String line : Lines.of(Settings.class, "settings.txt")) {
            String[] words = line.split(" ");
            Name name = new Name(words[0], words[1]);
            settings.now.put(name, words[2].equals("-") ? null : Value.of(Long.parseLong(words[2])));
        }
        return settings;
    }

    public synchronized void set(String group, String variable, Value value) {
        now.put(new Name(group, variable), value);
    }

    synchronized List<Name> names() {
        return List.copyOf(now.keySet());
    }

    synchronized Optional<Value> get(Name name) {
        return Optional.ofNullable(now.get(name));
    }

    /// Changes a setting that exists and has a value; the new value takes the old one's type.
    ///
    /// @return whether it could
    synchronized boolean change(Name name, Value value) {
        Optional<Value> fitting = fitting(name, value);
        fitting.ifPresent(fit -> now.put(name, fit));
        return fitting.isPresent();
    }

    /// As [#change], on [#commit].
    synchronized boolean changeLater(Name name, Value value) {
        Optional<Value> fitting = fitting(name, value);
        fitting.ifPresent(fit -> delayed.put(name, fit));
        return fitting.isPresent();
    }

    private Optional<Value> fitting(Name name, Value value) {
        Value before = now.get(name);
        if (before == null) {
            return Optional.empty();
        }
        if (before instanceof Value.Text) {
            return Optional.of(Value.of(value.asText()));
        }
        try {
            return Optional.of(Value.of(value.asLong()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    synchronized List<Change> waiting() {
        List<Change> changes = new ArrayList<>();
        delayed.forEach((name, after) -> changes.add(new Change(name, now.get(name), after)));
        return changes;
    }

    synchronized void commit() {
        now.putAll(delayed);
        delayed.clear();
    }

    synchronized void rollback() {
        delayed.clear();
    }
}
