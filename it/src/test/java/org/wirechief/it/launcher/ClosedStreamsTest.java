package org.wirechief.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Outcome;

/// What the launchers do about standard streams that are closed: the first files that the JVM opens
/// would stand in for them.
class ClosedStreamsTest {
    private static final Path OPTIONS = Path.of("..", "bin", "java-options").toAbsolutePath();

    @Test
    void noFileOpenedLaterTakesTheirPlace() throws Exception {
        Outcome outcome = run("exec 4>&1 <&- >&- 2>&-; keep_streams;"
                + " at=\"$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2)\"; echo \"$at\" >&4");

        assertThat(outcome.stdout()).isEqualTo("/dev/null\n/dev/null\n/dev/null\n");
    }

    @Test
    void closedOnesCanBeNeitherReadNorWritten() throws Exception {
        assertThat(run("exec <&-; keep_streams; cat").stderr()).contains("Bad file descriptor");
        assertThat(run("exec >&-; keep_streams; sed -n p ../pom.xml").stderr()).contains("Bad file descriptor");
    }

    @Test
    void openOnesStayWhatTheyAre() throws Exception {
        assertThat(run("keep_streams; cat; cat >&2 ../.mvn/maven.config").stdout())
                .isEqualTo("input\n");
    }

    private static Outcome run(String script) throws Exception {
        return Outcome.of(new ProcessBuilder("sh", "-c", ". '" + OPTIONS + "'; " + script), "input\n");
    }
}
