package org.wirechief.core.event;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Param;
import org.wirechief.core.ParamType;

/// What an event is called and what it tells, as its publisher says it:
/// ```java
/// EventType.named("E_PIKE_BLOCKED").summary("A source is over its rate.").param("ip", TEXT)
/// ```
///
/// @param name 1 to 64 bytes (vector `publish/65`) that every receiver can read, so without quotes,
///     comma and line ends; by custom `E_MODULE_WHAT`
/// @param summary one line
/// @param parameters what it tells, in the order it is told; a description, nobody is held to it
public record EventType(Octets name, String summary, List<Param> parameters) {
    /// Bytes of the longest name.
    public static final int LONGEST_NAME = 64;

    private static final String FORBIDDEN = "'\",\r\n";

    /// @throws IllegalArgumentException when it cannot be called so
    public EventType {
        parameters = List.copyOf(parameters);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("'" + name + "' cannot name an event: a name has 1 to " + LONGEST_NAME
                    + " bytes, and this has " + name.length());
        }
        for (int i = 0; i < name.length(); i++) {
            if (FORBIDDEN.indexOf(name.at(i)) >= 0) {
                throw new IllegalArgumentException(
                        "'" + name + "' cannot name an event: quotes, commas and line ends are not allowed");
            }
        }
    }

    /// A type that tells nothing yet.
    ///
    /// @throws IllegalArgumentException when it cannot be called so
    public static EventType named(String name) {
        return new EventType(Octets.of(name), "", List.of());
    }

    public EventType summary(String line) {
        return new EventType(name, line, parameters);
    }

    /// The same with one more parameter.
    public EventType param(String param, ParamType type) {
        List<Param> more = new ArrayList<>(parameters);
        more.add(new Param(param, type, Param.Presence.REQUIRED));
        return new EventType(name, summary, more);
    }
}
