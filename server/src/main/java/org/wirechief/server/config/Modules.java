package org.wirechief.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.NearestName;
import org.wirechief.endpoint.ModuleDescription;

/// The modules that statements load and set.
final class Modules {
    private static final String SUFFIX = ".so";

    private final Problems problems;
    private final Map<String, Slot<?>> always = new LinkedHashMap<>();
    private final Map<String, Slot<?>> known = new LinkedHashMap<>();
    private final Map<String, Place> loaded = new LinkedHashMap<>();

    Modules(List<ModuleDescription<?>> always, List<ModuleDescription<?>> loadable, Problems problems) {
        this.problems = problems;
        always.forEach(description -> this.always.put(description.name(), new Slot<>(description, problems)));
        known.putAll(this.always);
        loadable.forEach(description -> known.put(description.name(), new Slot<>(description, problems)));
    }

    void run(Statement statement) {
        switch (statement) {
            case Statement.Load(var path) -> load(path);
            case Statement.Set set -> set(set);
        }
    }

    /// Sets a parameter of a module, which it loads where that was not done.
    void set(Assignment assignment) {
        Slot<?> slot = find(assignment.module(), assignment.place());
        if (slot != null) {
            loaded.putIfAbsent(slot.module(), assignment.place());
            slot.set(assignment);
        }
    }

    /// Reports what loaded modules lack, each where it was loaded.
    void check() {
        loaded.forEach((name, place) -> {
            Slot<?> slot = known.get(name);
            if (slot != null) {
                slot.check(place);
            }
        });
    }

    Configuration result() {
        List<Loaded<?>> modules = new ArrayList<>();
        always.values().forEach(slot -> modules.add(slot.loaded()));
        for (String name : loaded.keySet()) {
            Slot<?> slot = known.get(name);
            if (slot != null && !always.containsKey(name)) {
                modules.add(slot.loaded());
            }
        }
        return new Configuration(modules, always.size());
    }

    private void load(Statement.Name path) {
        String file = path.text().substring(path.text().lastIndexOf('/') + 1);
        String name = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
        Slot<?> slot = find(name, path.place());
        if (slot == null) {
            return;
        }
        Place before = loaded.putIfAbsent(name, path.place());
        if (before != null) {
            problems.add(path.place(), "module " + name + " is loaded already, at " + before + ": remove this line");
        }
    }

    private void set(Statement.Set set) {
        for (String name : set.modules().text().split("\\|", -1)) {
            Slot<?> slot = find(name, set.modules().place());
            if (slot == null) {
                continue;
            }
            if (!loaded.containsKey(name) && !always.containsKey(name)) {
                problems.add(
                        set.modules().place(),
                        "module " + name + " is not loaded here: add loadmodule \"" + name + ".so\" above this line");
            }
            slot.set(set.parameter().text(), set.parameter().place(), set.value(), set.valuePlace());
        }
    }

    private @Nullable Slot<?> find(String name, Place place) {
        Slot<?> slot = known.get(name);
        if (slot == null) {
            problems.add(
                    place,
                    "unknown module '" + name + "': there are " + String.join(", ", known.keySet())
                            + NearestName.hint(name, known.keySet()));
        }
        return slot;
    }
}
