package org.wirechief.cli.kamcmd;

/// What ends a run of kamcmd with 255, or a command of its interactive mode. The message is what it
/// prints on standard error, without the last line feed.
final class KamcmdError extends Exception {
    private static final long serialVersionUID = 1L;

    KamcmdError(String message) {
        super(message, null, false, false);
    }
}
