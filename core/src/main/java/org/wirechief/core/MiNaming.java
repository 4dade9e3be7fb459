package org.wirechief.core;

import java.util.Optional;

/// Which names commands of MI go by: those of OpenSIPS up to 3.x or of 4.0 (spec mi-json §16).
public enum MiNaming {
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

    /// The one of that spelling.
    public static Optional<MiNaming> parse(String word) {
        for (MiNaming naming : values()) {
            if (naming.word.equals(word)) {
                return Optional.of(naming);
            }
        }
        return Optional.empty();
    }
}
