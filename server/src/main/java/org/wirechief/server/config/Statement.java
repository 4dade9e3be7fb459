package org.wirechief.server.config;

import java.util.Optional;
import org.wirechief.core.Value;

/// One line of a configuration that means something to the modules.
sealed interface Statement {
    /// A name, and where it stands.
    record Name(String text, Place place) {}

    /// `loadmodule "path/name.so"`.
    record Load(Name path) implements Statement {}

    /// `modparam("modules", "parameter", value)`.
    ///
    /// @param modules one name, or several with `|` between them
    /// @param value nothing where it is wrong and was reported
    record Set(Name modules, Name parameter, Optional<Value> value, Place valuePlace) implements Statement {}
}
