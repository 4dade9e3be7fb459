package org.wirechief.core;

/// Text that may hold anything, as a part of one line.
public final class OneLine {
    private static final String CUT = "...";

    private OneLine() {}

    /// `text` with every character escaped that could end the line or steer a terminal: `\n`, `\r`,
    /// `\t`, others as `\u001b`.
    ///
    /// @param limit characters at most; a longer text is cut and ends with `...`
    public static String of(String text, int limit) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), limit) + CUT.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int before = line.length();
            append(line, c);
            if (line.length() > limit) {
                line.setLength(before);
                return line.append(CUT).toString();
            }
            i += Character.charCount(c);
        }
        return line.toString();
    }

    private static void append(StringBuilder line, int c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isUnsafe(c)) {
                    for (char unit : Character.toChars(c)) {
                        line.append("\\u").append(String.format("%04x", (int) unit));
                    }
                } else {
                    line.appendCodePoint(c);
                }
            }
        }
    }

    /// Whether a character may end a line, steer a terminal or reorder what is read; or has no
    /// UTF-8 form, as a lone surrogate.
    public static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
