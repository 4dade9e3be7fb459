package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables that vectors of the line protocol are judged by say the same as
/// docs/interpretation.md, and no row of them is idle.
class FifoDocumentedIT {
    private static final String HEADING = "## Golden vectors of the line protocol that come out otherwise\n";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void asMeant() throws IOException {
        assertThat(firstColumn(section().split("With `fifo_compat`:")[0]))
                .containsExactlyInAnyOrderElementsOf(FifoDeviations.INTENDED.keySet());
    }

    @Test
    void asKamailio() throws IOException {
        assertThat(firstColumn(section().split("With `fifo_compat`:")[1]))
                .containsExactlyInAnyOrderElementsOf(FifoDeviations.COMPAT.keySet());
    }

    @Test
    void everyDeviationHasVectors() {
        Set<String> played = Stream.of("unixs", "unixd", "tcp", "udp", "fifo")
                .flatMap(carrier -> FifoVectors.over(carrier).stream())
                .map(FifoVectors::key)
                .collect(Collectors.toSet());

        assertThat(played).containsAll(FifoDeviations.INTENDED.keySet()).containsAll(FifoDeviations.COMPAT.keySet());
    }

    private static String section() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "interpretation.md"));
        assertThat(text).containsOnlyOnce(HEADING);
        return text.substring(text.indexOf(HEADING) + HEADING.length()).split("\n## ")[0];
    }

    private static Set<String> firstColumn(String table) {
        Set<String> codes = new TreeSet<>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line ->
                        CODE.matcher(line.split("\\|")[1]).results().forEach(found -> codes.add(found.group(1))));
        return codes;
    }
}
