package org.wirechief.core;

/// A call whose arguments nobody reads.
///
/// @param module by which it came
record NoCall(String module) implements Call {
    @Override
    public Octets command() {
        return Octets.of("demo.it");
    }

    @Override
    public Args args() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Origin origin() {
        return new Origin(module, "none", "test", Access.ADMIN);
    }
}
