package org.wirechief.cli.command;

/// Numbers of things, as options take them.
public final class CountText {
    private CountText() {}

    /// Reads one.
    ///
    /// @param what who has it, for the message: `--count`
    public static long parse(String what, String text) throws UsageError {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new UsageError(what + " '" + text + "': a number from 1 to 999999999 is needed");
        }
        return Long.parseLong(text);
    }
}
