package org.wirechief.core;

/// The list of names a command stands in. A caller sees the commands of its own vocabulary; to it
/// the other's names are not found.
public enum Vocabulary {
    /// Kamailio's: what `ctl` serves.
    RPC,
    /// OpenSIPS's: what the MI modules serve.
    MI,
    /// Both, as an embedding program's commands by default.
    BOTH;

    /// Whether a caller of `asked` (RPC or MI) sees a command of this vocabulary.
    public boolean isSeenBy(Vocabulary asked) {
        return this == BOTH || this == asked;
    }
}
