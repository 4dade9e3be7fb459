package org.wirechief.cli.command;

/// The exit codes of `chief`, but for those of `chief kamcmd`, which are kamcmd's.
public enum ExitCode {
    SUCCESS(0, "it went well"),
    FAULT(1, "the node answered a command with a fault"),
    USAGE(2, "the command line, a line of standard input or a configuration is wrong"),
    CANNOT_CONNECT(3, "nobody answers at the address, or a door cannot be opened"),
    TIMEOUT(4, "no answer within the time limit; the command may have run"),
    BROKEN_REPLY(
            5, "the answer cannot be read, or the connection was lost before it was whole; or chief itself failed"),
    OUTPUT(6, "standard output takes nothing more");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /// One line, without a full stop.
    public String meaning() {
        return meaning;
    }
}
