package org.wirechief.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The settings of a program, and the changes that wait to be put into effect together.
///
/// Safe for use by several threads. Changes are put into effect one after the other, under a lock:
/// what a setting does then must not wait for a thread that changes settings itself. Whoever looks
/// only waits for nobody.
public final class Settings {
    /// In the order they were added; made anew with each addition.
    private volatile Map<Key, Setting> settings = Map.of();

    private final Map<Key, Value> initial = new HashMap<>();

    /// Guarded by itself, and never while a setting is asked or changed.
    private final Map<Key, Value> waiting = new LinkedHashMap<>();

    private record Key(String group, String name) {}

    /// A change that waits.
    public record Pending(Setting setting, Value old, Value next) {}

    public Settings() {}

    /// Adds settings, all of them or none; their values of this moment are what [#reset] goes back
    /// to.
    ///
    /// @throws IllegalArgumentException when one is there already
    public synchronized void add(Collection<Setting> more) {
        Map<Key, Setting> grown = new LinkedHashMap<>(settings);
        Map<Key, Value> values = new HashMap<>();
        for (Setting setting : more) {
            Key key = new Key(setting.group(), setting.name());
            if (grown.putIfAbsent(key, setting) != null) {
                throw new IllegalArgumentException("two settings are named " + key.group + "." + key.name);
            }
            values.put(key, setting.current().get());
        }
        initial.putAll(values);
        settings = Collections.unmodifiableMap(grown);
    }

    /// All of them, in the order they were added.
    public List<Setting> list() {
        return List.copyOf(settings.values());
    }

    /// Those of one group; empty when there is no such group.
    public List<Setting> list(String group) {
        return list().stream().filter(s -> s.group().equals(group)).toList();
    }

    public Optional<Setting> find(String group, String name) {
        return Optional.ofNullable(settings.get(new Key(group, name)));
    }

    /// Puts a value into effect now; a number and its text stand for each other.
    ///
    /// @return false when there is no such setting
    /// @throws ConfigError when the value cannot be
    public synchronized boolean set(String group, String name, Value value) {
        Setting setting = settings.get(new Key(group, name));
        if (setting == null) {
            return false;
        }
        setting.change().accept(fitting(setting, value));
        return true;
    }

    /// Lets a value wait for [#commit].
    ///
    /// @return false when there is no such setting
    /// @throws ConfigError when the value is of the wrong type
    public boolean delay(String group, String name, Value value) {
        Key key = new Key(group, name);
        Setting setting = settings.get(key);
        if (setting == null) {
            return false;
        }
        Value next = fitting(setting, value);
        synchronized (waiting) {
            waiting.put(key, next);
        }
        return true;
    }

    /// Forgets what waits for one setting.
    ///
    /// @return false when there is no such setting
    public boolean forget(String group, String name) {
        Key key = new Key(group, name);
        synchronized (waiting) {
            waiting.remove(key);
        }
        return settings.containsKey(key);
    }

    /// What waits, in the order it was asked for.
    public List<Pending> pending() {
        return pending(waiting());
    }

    private Map<Key, Value> waiting() {
        synchronized (waiting) {
            return new LinkedHashMap<>(waiting);
        }
    }

    private List<Pending> pending(Map<Key, Value> changes) {
        List<Pending> all = new ArrayList<>();
        changes.forEach((key, value) -> {
            Setting setting = settings.get(key);
            if (setting != null) {
                all.add(new Pending(setting, setting.current().get(), value));
            }
        });
        return List.copyOf(all);
    }

    /// Puts into effect all that waits, or nothing of it: when one value cannot be, those before
    /// it go back, and everything goes on waiting.
    ///
    /// @throws ConfigError naming the value that cannot be
    public synchronized void commit() {
        Map<Key, Value> all = waiting();
        List<Pending> changed = new ArrayList<>();
        try {
            for (Pending change : pending(all)) {
                change.setting().change().accept(change.next());
                changed.add(change);
            }
        } catch (RuntimeException e) {
            changed.reversed().forEach(done -> goBack(done, e));
            throw e;
        }
        synchronized (waiting) {
            // what has come meanwhile goes on waiting
            all.forEach(waiting::remove);
        }
    }

    private static void goBack(Pending done, RuntimeException because) {
        try {
            done.setting().change().accept(done.old());
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    /// Forgets all that waits.
    public void rollback() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    /// Sets a group back to what it was when its settings were added.
    ///
    /// @return false when there is no such group
    public synchronized boolean reset(String group) {
        boolean found = false;
        for (Map.Entry<Key, Setting> entry : settings.entrySet()) {
            if (entry.getKey().group.equals(group)) {
                entry.getValue().change().accept(Objects.requireNonNull(initial.get(entry.getKey())));
                found = true;
            }
        }
        return found;
    }

    private static Value fitting(Setting setting, Value value) {
        return switch (setting.type()) {
            case INTEGER -> integer(setting, value);
            case TEXT -> new Value.Text(Octets.of(value.asText()));
        };
    }

    private static Value integer(Setting setting, Value value) {
        try {
            return Value.of(value.asLong());
        } catch (ValueShapeException e) {
            throw ConfigError.of(setting.group() + "." + setting.name(), value.asText(), "takes an integer");
        }
    }
}
