package org.wirechief.server.config;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The extended regular expressions that `#!subst` takes.
///
/// The JDK's engine runs them, so what POSIX does not have is refused, and so is a counted group:
/// a few nested ones would run for years without reading a character.
final class RegularExpression {
    static final int LONGEST = 256;

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("[:alpha:]", "\\p{Alpha}"),
            Map.entry("[:digit:]", "\\p{Digit}"),
            Map.entry("[:alnum:]", "\\p{Alnum}"),
            Map.entry("[:upper:]", "\\p{Upper}"),
            Map.entry("[:lower:]", "\\p{Lower}"),
            Map.entry("[:space:]", "\\p{Space}"),
            Map.entry("[:blank:]", "\\p{Blank}"),
            Map.entry("[:punct:]", "\\p{Punct}"),
            Map.entry("[:cntrl:]", "\\p{Cntrl}"),
            Map.entry("[:graph:]", "\\p{Graph}"),
            Map.entry("[:print:]", "\\p{Print}"),
            Map.entry("[:xdigit:]", "\\p{XDigit}"));

    private static final Pattern COUNT = Pattern.compile("\\{\\d{1,3}(,\\d{0,3})?}");

    private RegularExpression() {}

    /// @throws IllegalArgumentException saying what is wrong with it
    static Pattern compile(String text, boolean ignoreCase) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression has 1 to " + LONGEST + " characters");
        }
        check(text);
        String translated = text;
        for (Map.Entry<String, String> entry : CLASSES.entrySet()) {
            translated = translated.replace(entry.getKey(), entry.getValue());
        }
        try {
            return Pattern.compile(translated, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no regular expression: " + e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("the regular expression nests too deep", e);
        }
    }

    private static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> {
                    i++;
                    if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                        throw new IllegalArgumentException("'\\" + text.charAt(i)
                                + "' means nothing in an extended regular expression: a backslash only takes the"
                                + " meaning from a sign, '\\.'");
                    }
                }
                case '(' -> {
                    if (text.startsWith("(?", i)) {
                        throw new IllegalArgumentException("'(?' is not part of extended regular expressions");
                    }
                }
                case '{' -> checkCount(text, i);
                default -> {
                    // stands for itself, or for what both engines agree on
                }
            }
        }
    }

    private static void checkCount(String text, int at) {
        boolean counts = COUNT.matcher(text).region(at, text.length()).lookingAt();
        boolean afterCharacter = at > 0 && "()^$*+?|{}".indexOf(text.charAt(at - 1)) < 0;
        if (!counts || !afterCharacter) {
            throw new IllegalArgumentException("'{' counts a single character, '[0-9]{1,3}'; write '\\{' for itself");
        }
    }
}
