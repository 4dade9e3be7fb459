package org.wirechief.cli.words;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Octets;

/// Splits a line into words as a shell does: blanks and tabs part them; between `'` nothing is
/// special; between `"` a backslash takes the meaning from `"` and `\`; elsewhere it takes it from
/// any byte. Bytes stay what they are, whatever their character set.
public final class WordSplitter {
    private final Octets line;
    private final List<Octets> words = new ArrayList<>();
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private boolean inWord;
    private int at;

    private WordSplitter(Octets line) {
        this.line = line;
    }

    /// The words of a line, none when it is blank.
    ///
    /// @throws UsageError when a quote is not closed, nothing follows a backslash, or the line is
    ///     longer than [InputLines#LONGEST]
    public static List<Octets> split(Octets line) throws UsageError {
        if (line.length() > InputLines.LONGEST) {
            throw new UsageError("more than " + InputLines.LONGEST + " bytes are too many for a line");
        }
        return new WordSplitter(line).split();
    }

    private List<Octets> split() throws UsageError {
        while (at < line.length()) {
            int c = line.at(at++);
            switch (c) {
                case ' ', '\t' -> end();
                case '\'', '"' -> quoted(c);
                case '\\' -> {
                    if (at == line.length()) {
                        throw new UsageError("nothing follows the backslash at the end");
                    }
                    take(line.at(at++));
                }
                default -> take(c);
            }
        }
        end();
        return List.copyOf(words);
    }

    private void quoted(int quote) throws UsageError {
        int begin = at;
        inWord = true;
        while (at < line.length()) {
            int c = line.at(at++);
            if (c == quote) {
                return;
            }
            boolean escapes =
                    c == '\\' && quote == '"' && at < line.length() && (line.at(at) == '"' || line.at(at) == '\\');
            take(escapes ? line.at(at++) : c);
        }
        throw new UsageError("the " + (char) quote + " at column " + begin + " is not closed");
    }

    private void take(int c) {
        inWord = true;
        word.write(c);
    }

    private void end() {
        if (inWord) {
            words.add(Octets.copyOf(word.toByteArray()));
            word.reset();
            inWord = false;
        }
    }
}
