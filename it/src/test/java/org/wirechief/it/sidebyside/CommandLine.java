package org.wirechief.it.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirechief.it.standin.Lines;

/// A command line of `kamcmd` without the address, and what is typed into it.
///
/// @param text words with blanks between them, `'...'` where a word has blanks or is empty
/// @param typed lines for its prompt; empty where it is given a command
record CommandLine(String text, String typed) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /// Those of `session.txt`. What follows ` <<< ` is typed, with `;` between lines.
    static List<CommandLine> all() {
        return Lines.of(CommandLine.class, "session.txt").stream()
                .map(line -> line.split(" ?<<< ", 2))
                .map(parts -> new CommandLine(parts[0], parts.length == 1 ? "" : parts[1].replace(";", "\n") + "\n"))
                .toList();
    }

    List<String> at(String address) {
        List<String> words = new ArrayList<>(List.of("-s", address));
        WORD.matcher(text).results().forEach(word -> words.add(word.group(1) != null ? word.group(1) : word.group(2)));
        return words;
    }

    @Override
    public String toString() {
        return "kamcmd " + text + (typed.isEmpty() ? "" : " <<< " + typed.replace("\n", ";"));
    }
}
