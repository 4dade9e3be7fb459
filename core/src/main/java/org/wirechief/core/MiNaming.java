package org.wirechief.core;

import java.util.List;
import java.util.Optional;

/// Which names commands of MI go by: those of OpenSIPS 1.8 (spec mi-text §14), of 2.x and 3.x, or
/// of 4.0 (spec mi-json §16).
public enum MiNaming {
    /// `cache_store`, and of what has come and gone since, what was there: `debug`. Of text only.
    V1("1.8"),
    /// `cache_store`.
    V3("3.x"),
    /// `cache:store`, and `cache_store` as an alias.
    V4("4.0");

    private final String word;

    MiNaming(String word) {
        this.word = word;
    }

    /// As configuration spells it.
    public String word() {
        return word;
    }

    /// The one of that spelling, among those that a door can be told.
    public static Optional<MiNaming> parse(String word) {
        for (MiNaming naming : List.of(V3, V4)) {
            if (naming.word.equals(word)) {
                return Optional.of(naming);
            }
        }
        return Optional.empty();
    }
}
