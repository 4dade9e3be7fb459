package org.wirechief.it.chief;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Interpretation;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The program starts with the parameters of `mi_datagram` and `mi_fifo` that an OpenSIPS starts
/// with, and refuses those it refuses (`startup.*`), saying which.
class StartVectorsIT {
    /// OpenSIPS removes whatever is at the path.
    private static final Set<String> OTHERWISE = Set.of("startup.regular_file_at_fifo_name");

    /// What is configured, and what is said when that cannot be.
    private record Start(String module, String parameter, String value, String says) {
        String line(TempFolder folder, int port) throws IOException {
            return "modparam(\"%s\", \"%s\", %s)\n"
                    .formatted(module, parameter, value)
                    .replace("FOLDER", folder.path().toString())
                    .replace("PORT", Integer.toString(port))
                    .replace("USER", System.getProperty("user.name"))
                    .replace(
                            "UID", Files.getAttribute(folder.path(), "unix:uid").toString());
        }
    }

    private static final Map<String, Start> STARTS = Map.ofEntries(
            entry("udp_noport", socket("udp:127.0.0.1", "a port is missing after the host")),
            entry("udp_localhost", socket("udp:localhost:PORT", "")),
            entry("udp6_nobrackets", socket("udp:::1:PORT", "")),
            entry("udp_nohost", socket("udp:PORT", "a port is missing after the host")),
            entry("udp_badhost", socket("udp:no.such.host.invalid:PORT", "no.such.host.invalid")),
            entry("udp_only", socket("udp:", "a host and a port are missing after udp:")),
            entry("unix_nodir", socket("FOLDER/none/mi", "FOLDER/none")),
            entry("unix_rel", socket("mi.sock", "")),
            entry("fifo_mode0", fifo("fifo_mode", "0", "")),
            entry("fifo_group_bad", fifo("fifo_group", "\"nosuchgroup\"", "nosuchgroup")),
            entry("fifo_user_str", fifo("fifo_user", "\"USER\"", "")),
            entry("fifo_user_int", fifo("fifo_user", "UID", "")),
            entry("fifo_reply_dir_file", fifo("reply_dir", "\"FOLDER/chief.cfg\"", "mi_fifo.reply_dir")),
            entry("fifo_reply_dir_empty", fifo("reply_dir", "\"\"", "mi_fifo.reply_dir")),
            entry("fifo_name_empty", fifo("fifo_name", "\"\"", "mi_fifo.fifo_name")),
            entry("fifo_name_nodir", fifo("fifo_name", "\"FOLDER/none/fifo\"", "FOLDER/none")),
            entry("fifo_user_nobody_mode0622", fifo("fifo_user", "\"nobody\"", "")),
            entry("regular_file_at_fifo_name", fifo("fifo_name", "\"FOLDER/regular\"", "FOLDER/regular")));

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private static Start socket(String name, String says) {
        return new Start("mi_datagram", "socket_name", "\"" + name + "\"", says);
    }

    private static Start fifo(String parameter, String value, String says) {
        return new Start("mi_fifo", parameter, value, says);
    }

    static List<GoldenVector> vectors() {
        return GoldenVectors.read("mi-json/startup");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyStart(GoldenVector vector) throws Exception {
        Start start = STARTS.get(vector.name().substring("startup.".length()));
        StringBuilder lines = new StringBuilder("loadmodule \"" + start.module() + ".so\"\n");
        if (start.module().equals("mi_fifo")) {
            lines.append("modparam(\"mi_fifo\", \"fifo_name\", \"" + folder.resolve("fifo") + "\")\n");
        }
        if (vector.has("mode")) {
            lines.append("modparam(\"mi_fifo\", \"fifo_mode\", " + vector.text("mode") + ")\n");
        }
        Files.writeString(folder.resolve("regular"), "as it was");
        Path file = Files.writeString(folder.resolve("chief.cfg"), lines + start.line(folder, FreePort.udp()));

        if (vector.flag("ok") && !OTHERWISE.contains(vector.name())) {
            starts(vector, file);
        } else {
            isRefused(start, file);
        }
        assertThat(folder.resolve("regular")).hasContent("as it was");
    }

    private void starts(GoldenVector vector, Path file) throws Exception {
        try (Chief chief = Chief.start(folder, "serve", "--config", file.toString())) {
            assertThat(chief.addresses(1).getFirst()).isNotEmpty();
            if (vector.name().endsWith("fifo_mode0")) {
                assertThat(chief.log()).anyMatch(line -> line.contains("mi_fifo.fifo_mode = 0"));
                assertThat(mode()).isEqualTo("rw-------");
            }
            if (vector.has("mode")) {
                assertThat(mode()).isEqualTo("rw--w--w-");
                assertThat(vector.text("mode")).isEqualTo("0622");
                assertThat(Files.getAttribute(folder.resolve("fifo"), "unix:uid"))
                        .hasToString(vector.text("uid"));
                assertThat(Files.getAttribute(folder.resolve("fifo"), "unix:gid"))
                        .hasToString(vector.text("gid"));
            }
            chief.term();
            assertThat(chief.outcome().exit()).isZero();
        }
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("fifo")));
    }

    private void isRefused(Start start, Path file) throws Exception {
        Outcome outcome = Chief.run(folder, "serve", "--config", file.toString());

        assertThat(outcome.exit()).isIn(2, 3);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr())
                .contains(start.says().replace("FOLDER", folder.path().toString()));
        assertThat(folder.names()).containsExactlyInAnyOrder("chief.cfg", "regular", "stderr", "stdout");
    }

    @Test
    void whatStartsOtherwiseIsDocumented() throws IOException {
        assertThat(Interpretation.firstColumn("## Starts of OpenSIPS that come out otherwise"))
                .isEqualTo(OTHERWISE);
        assertThat(vectors().stream().map(GoldenVector::name).collect(Collectors.toSet()))
                .containsAll(OTHERWISE);
    }
}
