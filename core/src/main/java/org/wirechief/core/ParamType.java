package org.wirechief.core;

/// What a parameter takes.
public enum ParamType {
    INTEGER,
    REAL,
    TEXT,
    STRUCT,
    ARRAY,
    /// Any scalar.
    ANY;

    /// The word used in signatures and listings.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
