package org.wirechief.cli.call;

import org.wirechief.cli.command.ExitCode;

/// A node gave no answer that can be read. The message is one line that names the node.
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    NoAnswer(ExitCode exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    /// What the program ends with.
    public ExitCode exit() {
        return exit;
    }
}
