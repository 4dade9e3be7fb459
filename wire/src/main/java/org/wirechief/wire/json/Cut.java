package org.wirechief.wire.json;

/// The string, number or literal that the end of a text cut short, for [JsonReader#resume].
final class Cut {
    private static final int NONE = -1;

    private int start = NONE;
    private int unseen;
    private boolean number;
    private boolean noted;
    private JsonReader.Expect then = JsonReader.Expect.NOTHING;

    void none() {
        start = NONE;
        number = false;
    }

    /// A string.
    ///
    /// @param from where it begins
    /// @param upTo what is before was looked at
    /// @param onTape whether it stands there already
    /// @param next what follows it
    void string(int from, int upTo, boolean onTape, JsonReader.Expect next) {
        start = from;
        unseen = upTo;
        number = false;
        noted = onTape;
        then = next;
    }

    void literal(int from) {
        start = from;
        unseen = from;
        number = false;
    }

    void number(int from) {
        start = from;
        unseen = from;
        number = true;
    }

    boolean isNone() {
        return start == NONE;
    }

    int start() {
        return start;
    }

    /// From where on it must be looked at.
    int unseen() {
        return unseen;
    }

    boolean isNoted() {
        return noted;
    }

    JsonReader.Expect then() {
        return then;
    }

    boolean isNumber() {
        return number;
    }
}
