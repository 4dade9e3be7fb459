package org.wirechief.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each rule of the house finds the sins that the package `sinner` commits on purpose.
class RulesBiteTest {
    private static final String SINNERS = "org.wirechief.it.architecture.sinner";
    private static final JavaClasses BUILT = BuiltClasses.ofSinners();

    @Test
    void io() {
        assertThat(sins(MustNotKnow.io(SINNERS + "..")))
                .contains("<java.io.File>", "<java.net.Socket.<init>", "<java.nio.file.Path>")
                .doesNotContain("IOException", "ByteArrayOutputStream");
    }

    @Test
    void threads() {
        assertThat(sins(MustNotKnow.threads(SINNERS + "..")))
                .contains("Thread.ofVirtual()", "Thread$Builder$OfVirtual.unstarted(", "ExecutorService.close()")
                .doesNotContain("Thread.currentThread()");
    }

    @Test
    void clocks() {
        assertThat(sins(MustNotKnow.clocks(SINNERS + "..")))
                .contains("java.lang.System.nanoTime()>", "java.time.Instant.now()>", "java.time.Clock>");
    }

    @Test
    void otherModules() {
        assertThat(sins(MustNotKnow.otherModules("it", List.of()))).contains("org.wirechief.core.");
    }

    @Test
    void siblings() {
        assertThat(sins(MustNotKnow.siblings(SINNERS, List.of()))).contains("left.Left>", "right.Right>");
        assertThat(sins(MustNotKnow.siblings(SINNERS, List.of(SINNERS + ".left"))))
                .contains("right.Right>")
                .doesNotContain("on class <" + SINNERS + ".left.Left>");
    }

    @Test
    void cycles() {
        assertThat(sins(MustNotKnow.cycles(SINNERS))).contains("Cycle detected");
    }

    private static String sins(ArchRule rule) {
        return rule.evaluate(BUILT).getFailureReport().toString();
    }
}
