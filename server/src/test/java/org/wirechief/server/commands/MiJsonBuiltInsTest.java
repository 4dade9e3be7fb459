package org.wirechief.server.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// What the built-in commands answer in JSON-RPC is what OpenSIPS 3.6 answers, byte for byte;
/// values of statistics are 0.
class MiJsonBuiltInsTest {
    private static final Pattern OURS = Pattern.compile("dg4[.]cmd[.](version|which_(log_level|empty|colon)"
            + "|help_unknown|ps|ps_params|log_level_.*|cache_(store|fetch|remove).*|get_stat.*|list_stat.*"
            + "|reset_stat.*|(list|check)_blacklists.*|list_tcp_conns_none|log_filter_.*|log_mute_unknown|mem_shm_dump.*"
            + "|sr_get_status.*|sr_list_(status|ids)_.*)");

    /// A command of the module cachedb_local.
    private static final String CHUNK = "dg4.cmd.cache_fetch_chunk";

    private static final Pattern PROCESS = Pattern.compile("\"PID\":(?<pid>\\d+),\"Type\":\"(?<type>[^\"]*)\"");
    private static final Pattern NUMBER =
            Pattern.compile("\"(?<group>[^\":]+):(?<name>[^\"]+)\":\"(?<kind>(non-)?incremental)\"");

    private static final List<GoldenVector> ALL = GoldenVectors.read("mi-json/builtins_udp4");

    private static GoldenVector named(String name) {
        return ALL.stream()
                .filter(vector -> vector.name().equals("dg4.cmd." + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAnswersAreTheCapturedOnes() {
        CapturedServer server = new CapturedServer(named("ps"), PROCESS, named("list_stat"), NUMBER, 6);
        server.holds("k3", "h\u00e9\n\"x");
        List<GoldenVector> asked = ALL.stream()
                .filter(vector -> OURS.matcher(vector.name()).matches())
                .filter(vector -> !vector.name().equals(CHUNK))
                .toList();

        assertThat(asked).hasSizeGreaterThan(60);
        SoftAssertions all = new SoftAssertions();
        for (GoldenVector vector : asked) {
            all.assertThat(stable(vector, server.json(vector.bytes("request"))))
                    .as(vector.name())
                    .isEqualTo(stable(vector, vector.bytes("reply")));
        }
        all.assertAll();
    }

    private static String stable(GoldenVector vector, byte[] reply) {
        String text = new String(reply, UTF_8);
        return vector.name().startsWith("dg4.cmd.get_stat") ? text.replaceAll("(:[^\":]+\":)\\d+", "$10") : text;
    }
}
