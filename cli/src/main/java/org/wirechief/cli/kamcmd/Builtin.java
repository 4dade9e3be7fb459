package org.wirechief.cli.kamcmd;

import java.util.Arrays;
import java.util.Optional;

/// A command of kamcmd itself (spec ctl §14.4), in the order help lists them.
enum Builtin {
    QUESTION_MARK("?", "tells about commands"),
    HELP("help", "tells about commands"),
    VERSION("version", "says which kamcmd this is"),
    QUIT("quit", "ends kamcmd"),
    EXIT("exit", "ends kamcmd"),
    WARRANTY("warranty", "shows the licence and what it does not warrant"),
    LICENSE("license", "shows the licence and what it does not warrant");

    private final String word;
    private final String help;

    Builtin(String word, String help) {
        this.word = word;
        this.help = help;
    }

    static Optional<Builtin> find(String word) {
        return Arrays.stream(values()).filter(b -> b.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /// What `help WORD` says of it.
    String help() {
        return "builtin command: " + help + "\n";
    }
}
