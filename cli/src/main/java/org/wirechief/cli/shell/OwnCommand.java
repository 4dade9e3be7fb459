package org.wirechief.cli.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A command of the shell's own, which it does without asking the node.
enum OwnCommand {
    HELP("help [METHOD]", "what can be typed, or what a method does"),
    USE("use ADDRESS", "go on at another node"),
    WATCH("watch SECONDS METHOD [ARG...]", "call again and again, until Ctrl-C"),
    OUTPUT("output FORMAT", "print answers as text, table, json, ndjson, yaml or csv"),
    QUIT("quit", "end; so does exit"),
    EXIT("exit", "end");

    private final String synopsis;
    private final String summary;

    OwnCommand(String synopsis, String summary) {
        this.synopsis = synopsis;
        this.summary = summary;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String synopsis() {
        return synopsis;
    }

    String summary() {
        return summary;
    }

    static Optional<OwnCommand> of(String word) {
        return Arrays.stream(values()).filter(own -> own.word().equals(word)).findFirst();
    }

    /// All of them in one sentence.
    static String list() {
        return Arrays.stream(values())
                .filter(own -> own != EXIT)
                .map(own -> own.synopsis + " (" + own.summary + ")")
                .collect(Collectors.joining("; "));
    }
}
