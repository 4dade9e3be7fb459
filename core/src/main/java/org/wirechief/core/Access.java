package org.wirechief.core;

import java.util.Locale;

/// How much a command may do, and how much a caller may ask for; each level includes the ones
/// before it.
public enum Access {
    /// Looks and changes nothing.
    READ,
    /// Changes what the running program does.
    WRITE,
    /// Stops the program or changes who may call it.
    ADMIN;

    /// The level as configuration and messages spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a caller of this level may run a command that needs `required`.
    public boolean allows(Access required) {
        return compareTo(required) >= 0;
    }
}
