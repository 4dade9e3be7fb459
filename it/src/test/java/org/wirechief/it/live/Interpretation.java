package org.wirechief.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The tables of docs/interpretation.md, for tests that hold their own to them.
public final class Interpretation {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Interpretation() {}

    /// A section's table says what a test judges by, and no row of it is idle: what is written as
    /// code in the first column is just that, and all of it is there to be judged.
    ///
    /// @param judged what the test has a word about
    /// @param known all there is: the names of the vectors, of commands that are called
    public static void says(String heading, Collection<String> judged, Collection<String> known) throws IOException {
        assertThat(firstColumn(heading)).isEqualTo(new TreeSet<>(judged));
        assertThat(known).containsAll(judged);
    }

    /// What is written as code in the first column of a section's table.
    public static Set<String> firstColumn(String heading) throws IOException {
        return codes(section(heading));
    }

    /// A section, which there is once.
    public static String section(String heading) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "interpretation.md"));
        assertThat(text).containsOnlyOnce("\n" + heading + "\n");
        String section = text.substring(text.indexOf("\n" + heading + "\n") + heading.length() + 2);
        return section.split("\n## ", 2)[0];
    }

    /// What is written as code in the first column of a table.
    public static Set<String> codes(String table) {
        Set<String> codes = new TreeSet<>();
        for (String line : table.split("\n", -1)) {
            if (line.startsWith("| `")) {
                CODE.matcher(line.split("\\|")[1]).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }
}
