package org.wirechief.cli.command;

/// The command line is wrong; nothing was done. The message says what, where and what is allowed.
public final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageError(String message) {
        super(message, null, false, false);
    }
}
