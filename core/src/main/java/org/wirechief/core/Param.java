package org.wirechief.core;

/// One parameter of a [Signature].
///
/// @param name as named arguments spell it, and as help shows it
/// @param presence how often it may stand there
public record Param(String name, ParamType type, Presence presence) {
    /// How often a parameter may stand in a call.
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        /// Any number of times, also none; only the last parameter can. Named arguments give it as
        /// one array, positional ones as all that follow.
        REPEATED,
        /// Like [#REPEATED], but at least once.
        ONE_OR_MORE;

        /// Whether it stands for any number of values.
        public boolean isRepeated() {
            return this == REPEATED || this == ONE_OR_MORE;
        }

        /// Whether a call may leave it out.
        public boolean mayBeMissing() {
            return this == OPTIONAL || this == REPEATED;
        }
    }

    /// `name:text`, `[name:text]`, `[name:text ...]`, `name:text ...`.
    @Override
    public String toString() {
        String typed = name + ":" + type.word();
        return switch (presence) {
            case REQUIRED -> typed;
            case OPTIONAL -> "[" + typed + "]";
            case REPEATED -> "[" + typed + " ...]";
            case ONE_OR_MORE -> typed + " ...";
        };
    }
}
