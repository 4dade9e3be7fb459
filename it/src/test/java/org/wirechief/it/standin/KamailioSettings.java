package org.wirechief.it.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;

/// The settings that the captured Kamailio had. One without a value is listed and cannot be read.
public final class KamailioSettings {
    private final Map<Name, Value> now = new LinkedHashMap<>();

    private record Name(String group, String variable) {}

    static KamailioSettings captured() {
        KamailioSettings settings = new KamailioSettings();
        for (String line : Lines.of(KamailioSettings.class, "settings.txt")) {
            String[] words = line.split(" ");
            Name name = new Name(words[0], words[1]);
            settings.now.put(name, words[2].equals("-") ? new Value.Nil() : Value.of(Long.parseLong(words[2])));
        }
        return settings;
    }

    public synchronized void set(String group, String variable, Value value) {
        now.put(new Name(group, variable), value);
    }

    private synchronized Value get(Name name) {
        return now.get(name);
    }

    synchronized List<Setting> all() {
        return now.entrySet().stream()
                .map(entry -> setting(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Setting setting(Name name, Value value) {
        return new Setting(
                name.group,
                name.variable,
                value instanceof Value.Text ? Setting.Type.TEXT : Setting.Type.INTEGER,
                "Sets " + name.variable + ".",
                () -> get(name),
                changed -> set(name.group, name.variable, changed));
    }
}
