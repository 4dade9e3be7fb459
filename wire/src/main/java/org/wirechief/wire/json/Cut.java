package org.wirechief.wire.json;

/// The string, number or literal that the end of a text cut short, for [JsonReader#resume].
final class Cut {
    private static final int NONE = -1;

    /// A number that is longer is looked at again only when it is twice as long as it was then, or
    /// its end has come: else one that comes byte by byte would be read as often as it has bytes.
    private static final int LONG_NUMBER = 64;

    private int start = NONE;
    private int unseen;
    private int length;
    private boolean noted;
    private JsonReader.Expect then = JsonReader.Expect.NOTHING;

    void none() {
        start = NONE;
        length = 0;
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
        length = 0;
        noted = onTape;
        then = next;
    }

    void literal(int from) {
        start = from;
        unseen = from;
        length = 0;
    }

    void number(int from, int to) {
        start = from;
        unseen = from;
        length = to - from;
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

    /// Whether it is a number whose end has not come, as far as it is worth looking.
    ///
    /// @param known where the text ended before
    boolean isNumberThatGoesOn(byte[] bytes, int known, int to) {
        int now = to - start;
        if (length == 0 || now <= LONG_NUMBER || now >= 2 * length) {
            return false;
        }
        for (int i = known; i < to; i++) {
            if (!NumberScan.mayHold(bytes[i])) {
                return false;
            }
        }
        return true;
    }
}
