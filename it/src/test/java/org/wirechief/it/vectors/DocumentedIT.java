package org.wirechief.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirechief.testkit.GoldenVector;

/// The tables that vectors are judged by say the same as docs/interpretation.md, and no row of them
/// is idle.
class DocumentedIT {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void deviations() throws IOException {
        assertThat(firstColumn("## Golden vectors that come out otherwise"))
                .containsExactlyInAnyOrderElementsOf(Deviations.BY_VECTOR.keySet());
    }

    @Test
    void deviationsAreOfVectorsThatArePlayed() {
        assertThat(Vectors.played()).extracting(GoldenVector::name).containsAll(Deviations.BY_VECTOR.keySet());
    }

    @Test
    void commandsNotServed() throws IOException {
        assertThat(firstColumn("## Commands of Kamailio that are not served"))
                .containsExactlyInAnyOrderElementsOf(NotServed.COMMANDS);
    }

    @Test
    void comparedByShape() throws IOException {
        assertThat(firstColumn("## Golden vectors that are compared by shape"))
                .containsExactlyInAnyOrderElementsOf(ShapeOnly.COMMANDS.keySet());
    }

    @Test
    void everyShapeOnlyCommandHasVectors() {
        Set<String> compared = Vectors.played().stream()
                .filter(Vectors::isShapeOnly)
                .map(vector -> vector.text("method"))
                .collect(Collectors.toSet());

        assertThat(compared).isEqualTo(ShapeOnly.COMMANDS.keySet());
    }

    /// What differed from one capture to the next cannot be compared byte for byte.
    @Test
    void volatileVectorsAreComparedByShape() {
        assertThat(Vectors.played().stream().filter(vector -> vector.flag("volatile")))
                .isNotEmpty()
                .allMatch(Vectors::isShapeOnly);
    }

    /// What is written as code in the first column of a section's table.
    private static Set<String> firstColumn(String heading) throws IOException {
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
