package org.wirechief.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The tables of docs/interpretation.md, for tests that hold their own to them.
public final class Interpretation {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Interpretation() {}

    /// What is written as code in the first column of a section's table.
    public static Set<String> firstColumn(String heading) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "interpretation.md"));
        assertThat(text).containsOnlyOnce("\n" + heading + "\n");
        String section = text.substring(text.indexOf("\n" + heading + "\n") + heading.length() + 2);
        int next = section.indexOf("\n## ");
        Set<String> codes = new TreeSet<>();
        for (String line : (next < 0 ? section : section.substring(0, next)).split("\n")) {
            if (line.startsWith("| `")) {
                CODE.matcher(line.split("\\|")[1]).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }
}
