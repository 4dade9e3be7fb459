package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void theVersionIsThatOfThePom() throws IOException {
        String version = Build.current().version();

        assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern("<version>" + version + "(-SNAPSHOT)?</version>");
    }

    @Test
    void theBuildNamesItsCompilerAndItsSource() {
        assertThat(Build.current().compiler()).matches("javac 25\\S*");
        assertThat(Build.current().sourceId()).isNotEmpty().doesNotContain("${");
    }

    @Test
    void unlessToldOtherwiseTheVersionTextNamesProductVersionAndPlatform() {
        assertThat(Identity.of("", "").versionText()).matches("wirechief \\d+\\.\\d+\\.\\d+ \\([a-z0-9_]+/linux\\)");
    }

    @Test
    void aVersionTextThatIsGivenStandsAsItIs() {
        Identity identity = Identity.of("kamailio 5.6.3 (x86_64/linux) ", "OpenSIPS (3.6.8 (x86_64/linux))");

        assertThat(identity.versionText()).isEqualTo("kamailio 5.6.3 (x86_64/linux) ");
        assertThat(identity.name()).isEqualTo("wirechief");
    }
}
