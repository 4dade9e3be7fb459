package org.wirechief.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An example of a document: a line behind `$ ` in a fenced block of kind `console`, what it prints
/// until the next such line, and `[N]` when it ends with another code than 0.
///
/// @param at where it stands, `cli.md:17`
/// @param output its lines, `...` for what differs from run to run
record ConsoleExample(String at, String line, List<String> output, int exit) {
    private static final String PROMPT = "$ ";

    static List<ConsoleExample> of(Path document) throws IOException {
        List<ConsoleExample> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                inside = lines.get(i).equals("```console");
            } else if (inside && lines.get(i).startsWith(PROMPT)) {
                examples.add(read(document.getFileName() + ":" + (i + 1), lines, i));
            }
        }
        return examples;
    }

    private static ConsoleExample read(String at, List<String> lines, int from) {
        List<String> output = new ArrayList<>();
        int exit = 0;
        for (int i = from + 1; !lines.get(i).startsWith(PROMPT) && !lines.get(i).equals("```"); i++) {
            if (lines.get(i).matches("\\[\\d+]")) {
                exit = Integer.parseInt(lines.get(i).substring(1, lines.get(i).length() - 1));
            } else {
                output.add(lines.get(i));
            }
        }
        return new ConsoleExample(at, lines.get(from).substring(PROMPT.length()), output, exit);
    }

    /// What its whole output matches.
    Pattern pattern() {
        return Pattern.compile(
                output.stream().map(ConsoleExample::pattern).collect(Collectors.joining()), Pattern.DOTALL);
    }

    private static String pattern(String line) {
        return Pattern.quote(line + "\n").replace("...", "\\E[^\\n]*\\Q").replace("\\Q\\E", "");
    }

    @Override
    public String toString() {
        return at + " " + line;
    }
}
