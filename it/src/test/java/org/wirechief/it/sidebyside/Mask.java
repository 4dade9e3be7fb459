package org.wirechief.it.sidebyside;

import java.util.regex.Pattern;

/// Something in an answer that tells about the one who answers, and so must differ.
///
/// @param steps which steps of the session, a regular expression for their names without the
///     carrier
/// @param pattern what of the answer
/// @param instead what stands for it
/// @param reason why it cannot be the same
record Mask(Pattern steps, Pattern pattern, String instead, String reason) implements Comparable<Mask> {
    static Mask of(String steps, String pattern, String instead, String reason) {
        return new Mask(Pattern.compile(steps), Pattern.compile(pattern, Pattern.MULTILINE), instead, reason);
    }

    boolean isFor(String step) {
        return steps.matcher(step.substring(step.indexOf(' ') + 1)).matches();
    }

    String on(String answer) {
        return pattern.matcher(answer).replaceAll(instead);
    }

    @Override
    public int compareTo(Mask other) {
        return toString().compareTo(other.toString());
    }
}
