package org.wirechief.server;

import java.util.List;

/// A program that serves [FakeModule], for tests that need a process of its own.
final class FakeProgram {
    static final Standalone STANDALONE =
            new Standalone(List.of(FakeModule.MODULE), List.of(new DefaultDoor("fake", "address", "{run}/door")));

    private FakeProgram() {}

    public static void main(String[] args) {
        System.exit(STANDALONE.serve(List.of(args), System.out, System.err));
    }
}
