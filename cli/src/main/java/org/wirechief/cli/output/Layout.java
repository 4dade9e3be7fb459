package org.wirechief.cli.output;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wirechief.core.Value;

/// How an answer is printed, which is none, one or several values.
public enum Layout implements AnswerPrinter {
    /// kamcmd's.
    TEXT,
    /// For people: rows and columns.
    TABLE,
    /// One document: the value itself, an array when there are several, `null` when there is none.
    JSON,
    /// A line for each value.
    NDJSON,
    /// One document, as JSON.
    YAML,
    /// For programs: rows and columns.
    CSV;

    /// The word for it on command lines.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Every word.
    public static List<String> words() {
        return Arrays.stream(values()).map(Layout::word).toList();
    }

    /// The layout of that word, which must be one.
    public static Layout of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String separator() {
        return switch (this) {
            case TEXT, JSON, NDJSON -> "";
            case TABLE, CSV -> "\n";
            case YAML -> "---\n";
        };
    }

    /// Prints an answer, its last line feed included.
    @Override
    public void print(List<Value> answer, ByteSink out) throws IOException {
        switch (this) {
            case TEXT -> TextLayout.print(answer, out);
            case TABLE -> TableLayout.print(answer, out);
            case JSON -> {
                JsonLayout.pretty(document(answer), out);
                out.octet('\n');
            }
            case NDJSON -> {
                for (Value value : answer) {
                    JsonLayout.compact(value, out);
                    out.octet('\n');
                }
            }
            case YAML -> YamlLayout.print(document(answer), out);
            case CSV -> CsvLayout.print(answer, out);
        }
    }

    private static Value document(List<Value> answer) {
        return switch (answer.size()) {
            case 0 -> new Value.Nil();
            case 1 -> answer.getFirst();
            default -> new Value.Arr(answer);
        };
    }
}
