package org.wirechief.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One `#!subst`: what to look for in strings, and what to put there.
///
/// @param expression the regular expression as text
/// @param replacement the replacement as text; `\0` stands for what was found, `\1` to `\9` for
///     its groups
/// @param all whether every occurrence is replaced, or the first
record Substitution(String expression, Pattern pattern, String replacement, boolean all) {

    /// Reads `/expression/replacement/flags`; any first character may stand for the slash.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    static Substitution parse(String text) {
        List<String> parts = split(text);
        if (parts.size() != 3) {
            throw new IllegalArgumentException(
                    "write \"/expression/replacement/flags\", with any one sign for the three slashes");
        }
        String flags = parts.get(2);
        flags.chars().filter(flag -> flag != 'g' && flag != 'i').findFirst().ifPresent(flag -> {
            throw new IllegalArgumentException("unknown flag '" + Character.toString(flag)
                    + "': there are g (all occurrences) and i (case does not matter)");
        });
        Pattern pattern = RegularExpression.compile(parts.get(0), flags.contains("i"));
        String replacement = parts.get(1);
        checkGroups(replacement, pattern.matcher("").groupCount());
        return new Substitution(parts.get(0), pattern, replacement, flags.contains("g"));
    }

    // A separator behind a backslash belongs to its part.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '\\') {
            return parts;
        }
        char separator = text.charAt(0);
        StringBuilder part = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                part.append(next == separator ? "" : "\\").append(next);
            } else if (c == separator && parts.size() < 2) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static void checkGroups(String replacement, int groups) {
        for (int i = 0; i + 1 < replacement.length(); i++) {
            if (replacement.charAt(i) == '\\') {
                char c = replacement.charAt(++i);
                if (c > '0' + groups && c <= '9') {
                    throw new IllegalArgumentException("the replacement has \\" + c + ", the expression " + groups
                            + (groups == 1 ? " group" : " groups"));
                }
            }
        }
    }

    /// Appends the replacement for what `found` has just found.
    void appendTo(StringBuilder out, Matcher found) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (c == '\\' && next >= '0' && next <= '9') {
                String group = found.group(next - '0');
                out.append(group == null ? "" : group);
                i++;
            } else if (c == '\\' && next == '\\') {
                out.append(c);
                i++;
            } else {
                out.append(c);
            }
        }
    }
}
