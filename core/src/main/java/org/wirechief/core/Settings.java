package org.wirechief.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The settings of a program, and the changes that wait to be put into effect together.
///
/// Safe for use by several threads.
public final class Settings {
    private final Map<Key, Setting> settings = new LinkedHashMap<>();
    private final Map<Key, Value> initial = new LinkedHashMap<>();
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
        Map<Key, Setting> added = new LinkedHashMap<>();
        Map<Key, Value> values = new HashMap<>();
        for (Setting setting : more) {
            Key key = new Key(setting.group(), setting.name());
            if (settings.containsKey(key) || added.putIfAbsent(key, setting) != null) {
                throw new IllegalArgumentException("two settings are named " + key.group + "." + key.name);
            }
            values.put(key, setting.current().get());
        }
        settings.putAll(added);
        added.keySet().forEach(key -> initial.put(key, Objects.requireNonNull(values.get(key))));
    }

    /// All of them, in the order they were added.
    public synchronized List<Setting> list() {
        return List.copyOf(settings.values());
    }

    /// Those of one group; empty when there is no such group.
    public List<Setting> list(String group) {
        return list().stream().filter(s -> s.group().equals(group)).toList();
    }

    public synchronized Optional<Setting> find(String group, String name) {
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
    public synchronized boolean delay(String group, String name, Value value) {
        Key key = new Key(group, name);
        Setting setting = settings.get(key);
        if (setting == null) {
            return false;
        }
        waiting.put(key, fitting(setting, value));
        return true;
    }

    /// Forgets what waits for one setting.
    ///
    /// @return false when there is no such setting
    public synchronized boolean forget(String group, String name) {
        Key key = new Key(group, name);
        waiting.remove(key);
        return settings.containsKey(key);
    }

    /// What waits, in the order it was asked for.
    public synchronized List<Pending> pending() {
        List<Pending> all = new ArrayList<>();
        waiting.forEach((key, value) -> {
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
        List<Pending> changed = new ArrayList<>();
        try {
            for (Pending change : pending()) {
                change.setting().change().accept(change.next());
                changed.add(change);
            }
        } catch (RuntimeException e) {
            changed.reversed().forEach(done -> goBack(done, e));
            throw e;
        }
        waiting.clear();
    }

    private static void goBack(Pending done, RuntimeException because) {
        try {
            done.setting().change().accept(done.old());
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    /// Forgets all that waits.
    public synchronized void rollback() {
        waiting.clear();
    }

    /// Sets a group back to what it was when its settings were added.
    ///
    /// @return false when there is no such group
    public synchronized boolean reset(String group) {
        boolean found = false;
        for (Map.Entry<Key, Value> entry : initial.entrySet()) {
            Setting setting = settings.get(entry.getKey());
            if (setting != null && setting.group().equals(group)) {
                setting.change().accept(entry.getValue());
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
