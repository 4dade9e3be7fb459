package org.wirechief.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the JVM is shown before a cache of classes is made for it: a server with every door, and
/// calls through each. Ends with an error when these fail.
public final class Training {
    private Training() {}

    /// Runs once; the JVM writes the cache when it ends.
    ///
    /// @param args none
    public static void main(String[] args) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.exit(Demo.run(List.of("--once"), nobody, System.err));
    }
}
