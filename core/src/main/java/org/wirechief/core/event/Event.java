package org.wirechief.core.event;

import java.util.List;
import org.wirechief.core.Octets;

/// Something that happened: a name, and parameters in the order they were given (spec mi-text
/// §8.6). Names of parameters may repeat or be missing.
///
/// Any name can stand here, so that whatever another server sends can be read; the names that can
/// be published are fewer.
///
/// @param name by custom `E_MODULE_WHAT`
public record Event(Octets name, List<EventParameter> parameters) {
    public Event {
        parameters = List.copyOf(parameters);
    }

    public Event(String name, EventParameter... parameters) {
        this(Octets.of(name), List.of(parameters));
    }
}
