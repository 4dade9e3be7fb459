package org.wirechief.wire.event;

/// Why an event may not be what was raised: a text can mean several, or the end of it is missing.
public enum Doubt {
    /// The empty line at the end is missing, and with it perhaps more.
    CUT_SHORT("the empty line at the end is missing"),

    /// A value begins with a quote; it was read as a quoted one, and all its lines could just as
    /// well be parameters.
    QUOTED_OR_RAW("what was read as one quoted value may be several parameters"),

    /// A line of a quoted value ends in `\"`, which may be a quote of the value, or a backslash and
    /// the quote that ends it.
    END_OF_QUOTED("a quoted value may end elsewhere, since one of its lines ends in \\\""),

    /// A value with `::` in it was read as one without a name, since what stands before is no name
    ///.
    NAME_OR_VALUE("what was read as a value with :: in it may be a name and a value");

    private final String words;

    Doubt(String words) {
        this.words = words;
    }

    /// One line for people, without a full stop.
    public String words() {
        return words;
    }
}
