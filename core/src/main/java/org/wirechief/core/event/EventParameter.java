package org.wirechief.core.event;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// One parameter of an [Event].
///
/// @param name none for a bare value, which is not the same as an empty name
/// @param value [Value.Nil] where the event has nothing to tell, as `received` of a contact
///     without one
public record EventParameter(@Nullable Octets name, Value value) {
    public EventParameter(String name, Value value) {
        this(Octets.of(name), value);
    }

    public EventParameter(String name, String text) {
        this(name, Value.of(text));
    }

    public EventParameter(String name, long number) {
        this(name, Value.of(number));
    }

    /// A value without a name.
    public static EventParameter unnamed(Value value) {
        return new EventParameter((Octets) null, value);
    }
}
