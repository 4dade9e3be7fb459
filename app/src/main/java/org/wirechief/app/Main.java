package org.wirechief.app;

/// Entry point of `chief`.
public final class Main {
    private Main() {}

    /// Runs one `chief` command.
    ///
    /// @param args the command line, subcommand first
    public static void main(String[] args) {
        System.err.println("chief: no subcommand is built yet");
        System.exit(2);
    }
}
