package org.wirechief.server.commands;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.mitext.MiTextOptions;
import org.wirechief.wire.mitext.MiTextProfile;

/// What the built-in commands answer in text is what OpenSIPS answers, byte for byte; values of
/// statistics that differ from run to run are 0.
class MiTextBuiltInsTest {
    private static final Set<String> FAMILIES = Set.of(
            "ps",
            "log_level",
            "debug",
            "help",
            "cache_store",
            "cache_fetch",
            "cache_remove",
            "get_statistics",
            "list_statistics",
            "reset_statistics",
            "list_tcp_conns");

    /// Each with its reason; those of commands stand in docs/interpretation.md.
    private static final Map<String, String> OTHERWISE = Map.of(
            "log_level/huge", "a level is not cut to 32 bits",
            "help/tcp_trace", "no command of this server",
            "help/cache_remove_chunk", "no command of this server",
            "help/t_hash", "no command of this server",
            "list_tcp_conns/one", "an open connection");

    private static final Pattern PROCESS =
            Pattern.compile("PID=(?<pid>\\d+)(?: Log level=\\d)? Type=(?<type>[^\\n]*)\\n");
    private static final Pattern OF_24 = Pattern.compile("(?<group>\\S+?):(?<name>\\S+):: (?<kind>\\S+)\\n");
    private static final Pattern OF_18 = Pattern.compile("(?<group>\\S+?):(?<name>\\S+) = \\d+\\n");

    private static GoldenVector named(String file, String name) {
        return GoldenVectors.read("mi-text/" + file).stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "mi24_udp4, log_level/table, 2.4.5, 5",
        "mi24_udp6, log_level/table, 2.4.5, 5",
        "mi24_unix, log_level/table, 2.4.5, 5",
        "mi18_udp4, ps, 1.8, 5",
        "mi18_unix, ps, 1.8, 5"
    })
    void theAnswersAreTheCapturedOnes(String file, String processes, String profile, long logLevel) {
        boolean old = profile.equals("1.8");
        CapturedServer server = new CapturedServer(
                named(file, processes),
                PROCESS,
                old ? named(file, "get_statistics/all") : named("mi24_udp4", "list_statistics/all"),
                old ? OF_18 : OF_24,
                logLevel);
        server.holds("k2", "v2");
        server.holds("q", "two\nlines \"q\"");
        MiTextOptions options = MiTextOptions.DEFAULTS.withProfile(MiTextProfile.of(profile));
        List<GoldenVector> asked = GoldenVectors.read("mi-text/" + file).stream()
                .filter(vector -> FAMILIES.contains(vector.name().replaceFirst("/.*", "")))
                .filter(vector -> !OTHERWISE.containsKey(vector.name()))
                .toList();

        assertThat(asked).hasSizeGreaterThan(30);
        SoftAssertions all = new SoftAssertions();
        for (GoldenVector vector : asked) {
            all.assertThat(stable(vector, server.text(vector.bytes("request"), options)))
                    .as(vector.name())
                    .isEqualTo(stable(vector, vector.bytes("reply")));
        }
        all.assertAll();
    }

    private static String stable(GoldenVector vector, byte[] reply) {
        String text = new String(reply, ISO_8859_1).replaceAll("(core:timestamp(?:::| =) )\\d+", "$10");
        return vector.name().startsWith("get_statistics/") && vector.has("volatile")
                ? text.replaceAll("(:: | = )\\d+\\n", "$10\n")
                : text;
    }
}
