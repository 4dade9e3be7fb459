package org.wirechief.cli.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.core.Octets;

/// A word that names the parameter it is for, `NAME=VALUE`.
public record NamedWord(Octets name, Octets value) {
    // What a prefix begins, s:a=b, is none.
    private static final Pattern NAMED = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=.*", Pattern.DOTALL);

    /// The words as such, or none when one of them has no name.
    public static List<NamedWord> all(List<Octets> words) {
        List<NamedWord> named = new ArrayList<>();
        for (Octets word : words) {
            byte[] bytes = word.toByteArray();
            Matcher found = NAMED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            if (!found.matches()) {
                return List.of();
            }
            int equals = found.end(1);
            named.add(new NamedWord(Octets.copyOf(bytes, 0, equals), Octets.copyOf(bytes, equals + 1, bytes.length)));
        }
        return List.copyOf(named);
    }
}
