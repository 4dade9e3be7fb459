package org.wirechief.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// The known name that a mistyped one probably meant.
public final class NearestName {
    private static final int LONGEST = 64;

    private NearestName() {}

    /// `; did you mean 'modparam'?`, or nothing where no name is near: at most a third of the
    /// characters (rounded up) may be added, dropped, changed or swapped.
    public static String hint(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return "";
        }
        String best = "";
        int least = (given.length() + 2) / 3 + 1;
        for (String name : known) {
            int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
    }

    // Levenshtein's distance, three rows of his table at a time; two neighbours that changed places
    // are one mistake.
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(changed, Math.min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            before = row;
            row = next;
        }
        return row[b.length()];
    }
}
