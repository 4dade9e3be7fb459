package org.wirechief.app;

/// What the JVM is shown before a cache of classes is made for servers: every door, and calls
/// through each. Ends with an error when these fail.
public final class ServerTraining {
    private ServerTraining() {}

    /// Runs once; the JVM writes the cache when it ends.
    ///
    /// @param args none
    public static void main(String[] args) {
        System.exit(Main.run("demo", "--once"));
    }
}
