package org.wirechief.testkit;

import java.util.random.RandomGenerator;

/// Texts, a character a byte, made to hurt those who write them into lines and quotes.
public record RandomTexts(RandomGenerator random) {
    private static final String QUARRELSOME = "ab\"\"\\\\\n\n:x\u00e9\0\r,";

    /// Any bytes, none to some hundred.
    public String any() {
        return pick(random.nextInt(4) == 0 ? 300 : 12, () -> (char) random.nextInt(256));
    }

    /// Made of what the text of events is made of.
    public String quarrelsome() {
        return pick(9, () -> QUARRELSOME.charAt(random.nextInt(QUARRELSOME.length())));
    }

    /// What the text of events can be read in one way only, behind a name: neither a quote at the
    /// beginning, nor one at the end of a line of a value that has several, nor a backslash at its
    /// end.
    public String clear() {
        String text = quarrelsome();
        while (text.startsWith("\"") || (text.contains("\n") && (text.contains("\"\n") || text.endsWith("\\")))) {
            text = quarrelsome();
        }
        return text;
    }

    private interface Letter {
        char next();
    }

    private String pick(int most, Letter letter) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(letter.next());
        }
        return text.toString();
    }
}
