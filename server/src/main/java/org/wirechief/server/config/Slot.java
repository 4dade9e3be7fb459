package org.wirechief.server.config;

import java.util.List;
import java.util.Optional;
import org.wirechief.core.ConfigError;
import org.wirechief.core.NearestName;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;

/// A known module while its parameters are being set.
final class Slot<P> {
    private final ModuleDescription<P> description;
    private final Problems problems;
    private P value;
    private boolean faulty;

    Slot(ModuleDescription<P> description, Problems problems) {
        this.description = description;
        this.problems = problems;
        this.value = description.initial();
    }

    String module() {
        return description.name();
    }

    Loaded<P> loaded() {
        return new Loaded<>(description, value);
    }

    /// Reports what is still missing when all parameters are set; not when one of them was wrong,
    /// which may be why.
    void check(Place loaded) {
        if (faulty) {
            return;
        }
        try {
            description.complete().accept(value);
        } catch (ConfigError e) {
            problems.add(loaded, String.valueOf(e.getMessage()));
        }
    }

    /// Sets a parameter; where it cannot be, reports that and changes nothing.
    void set(String name, Place namePlace, Optional<Value> given, Place valuePlace) {
        Optional<Parameter<P>> parameter = find(name, namePlace);
        if (parameter.isPresent() && given.isPresent()) {
            apply(parameter.get(), given.get(), valuePlace);
        }
    }

    /// Sets a parameter from text: an integer where the parameter takes one and the text is one.
    void set(Assignment assignment) {
        Optional<Parameter<P>> parameter = find(assignment.parameter(), assignment.place());
        parameter.ifPresent(p -> apply(p, value(p, assignment.value()), assignment.place()));
    }

    private void apply(Parameter<P> parameter, Value given, Place place) {
        try {
            value = parameter.apply(value, module(), given);
        } catch (ConfigError e) {
            faulty = true;
            problems.add(place, String.valueOf(e.getMessage()));
        }
    }

    private static Value value(Parameter<?> parameter, String text) {
        return switch (parameter.kind()) {
            case TEXT -> Value.of(text);
            case INTEGER, INTEGER_OR_TEXT -> {
                var number = IntegerLiteral.parse(text);
                yield number.isPresent() ? Value.of(number.getAsLong()) : Value.of(text);
            }
        };
    }

    private Optional<Parameter<P>> find(String name, Place place) {
        Optional<Parameter<P>> found = description.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    description.parameters().stream().map(Parameter::name).toList();
            problems.add(
                    place,
                    "module " + module() + " has no parameter '" + name + "': there are " + String.join(", ", known)
                            + NearestName.hint(name, known));
        }
        return found;
    }
}
