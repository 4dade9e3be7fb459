package org.wirechief.core;

/// Which names of MI know a command: some have come, and one has gone, since OpenSIPS 1.8 (spec
/// mi-text §14).
public enum MiAge {
    /// All.
    ALWAYS,
    /// All but those of 1.8.
    SINCE_1_8,
    /// Those of 1.8 only.
    ONLY_1_8;

    boolean isKnownTo(MiNaming naming) {
        return switch (this) {
            case ALWAYS -> true;
            case SINCE_1_8 -> naming != MiNaming.V1;
            case ONLY_1_8 -> naming == MiNaming.V1;
        };
    }
}
