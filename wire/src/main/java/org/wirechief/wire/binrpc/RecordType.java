package org.wirechief.wire.binrpc;

/// What a record is (spec ctl §3), with the word that fault texts use for it (§8.2).
enum RecordType {
    INT("integer"),
    STR("string"),
    DOUBLE("float"),
    STRUCT("structure"),
    ARRAY("array"),
    /// The name of the struct member that follows.
    NAME("structure member"),
    BYTES("bytes array"),
    /// A number without a meaning.
    UNKNOWN("<unknown/error>"),
    /// No type in particular; as a type on the wire it is as meaningless as [#UNKNOWN].
    ANY("any");

    private final String word;

    RecordType(String word) {
        this.word = word;
    }

    /// The type that a record's first byte names.
    static RecordType of(int tag) {
        return switch (tag & 0xF) {
            case 0 -> INT;
            case 1 -> STR;
            case 2 -> DOUBLE;
            case 3 -> STRUCT;
            case 4 -> ARRAY;
            case 5 -> NAME;
            case 6 -> BYTES;
            case 15 -> ANY;
            default -> UNKNOWN;
        };
    }

    String word() {
        return word;
    }
}
