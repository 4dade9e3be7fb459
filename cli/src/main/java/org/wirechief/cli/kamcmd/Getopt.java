package org.wirechief.cli.kamcmd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads words as GNU `getopt` does: options may stand between operands, `--` ends them, `-` is an
/// operand, a value stands right behind its letter or in the next word. There are no long options,
/// and a negative number is an option (spec ctl §14.1).
final class Getopt {
    private final String letters;
    private final boolean operandsEndOptions;
    private final List<String> words;
    private final List<String> operands = new ArrayList<>();
    private String cluster = "";
    private int next;

    /// An option that was found, with its value when it takes one.
    record Found(char letter, String value) {}

    /// @param letters those allowed, a colon behind each that takes a value
    /// @param operandsEndOptions whether the first operand ends the options, as `POSIXLY_CORRECT`
    ///     has it
    Getopt(String letters, boolean operandsEndOptions, List<String> words) {
        this.letters = letters;
        this.operandsEndOptions = operandsEndOptions;
        this.words = words;
    }

    /// The next option, null when there is none any more.
    ///
    /// @throws KamcmdError for one that is unknown or lacks its value
    @Nullable
    Found next() throws KamcmdError {
        while (cluster.isEmpty()) {
            if (next == words.size()) {
                return null;
            }
            String word = words.get(next++);
            boolean ends = word.equals("--");
            if (ends || (operandsEndOptions && !isOption(word))) {
                operands.addAll(words.subList(ends ? next : next - 1, words.size()));
                next = words.size();
            } else if (isOption(word)) {
                cluster = word.substring(1);
            } else {
                operands.add(word);
            }
        }
        return letter();
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-';
    }

    private Found letter() throws KamcmdError {
        char letter = cluster.charAt(0);
        int known = letter == ':' ? -1 : letters.indexOf(letter);
        if (known < 0) {
            throw unknown();
        }
        String rest = cluster.substring(1);
        if (known + 1 == letters.length() || letters.charAt(known + 1) != ':') {
            cluster = rest;
            return new Found(letter, "");
        }
        if (rest.isEmpty() && next == words.size()) {
            throw unknown();
        }
        cluster = "";
        return new Found(letter, rest.isEmpty() ? words.get(next++) : rest);
    }

    /// Its first byte, as a number where it is no printable ASCII.
    private KamcmdError unknown() {
        byte first = cluster.getBytes(StandardCharsets.UTF_8)[0];
        return new KamcmdError(
                first >= 0x20 && first < 0x7F
                        ? "Unknown option `-" + (char) first + "'."
                        : "Unknown option character `\\x" + Integer.toHexString(first) + "'.");
    }

    /// The words that are no options, once [#next()] has given null.
    List<String> operands() {
        return List.copyOf(operands);
    }
}
