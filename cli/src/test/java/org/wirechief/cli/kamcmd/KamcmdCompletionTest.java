package org.wirechief.cli.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.cli.words.NodeWords;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// Completes what kamcmd was seen to complete, and nothing else.
class KamcmdCompletionTest {
    private static final String BELL = "\u0007";

    private final KamcmdCompletion completion = new KamcmdCompletion(new NodeWords(
            List.of("core.echo", "core.version", "cfg.get", "cnt.get", "system.methodHelp"),
            Map.of("core", List.of("debug", "dns_udp_pref"), "registrar", List.of("default_expires")),
            Map.of("core", List.of("fwd_replies", "fwd_requests"), "registrar", List.of("accepted_regs"))));

    static Stream<GoldenVector> asCaptured() {
        return GoldenVectors.read("ctl/kamcmd_interactive").stream()
                .filter(vector -> vector.has("keys") && vector.text("keys").matches("[^\\t]+\\t"));
    }

    @ParameterizedTest
    @MethodSource
    void asCaptured(GoldenVector vector) {
        String typed = vector.text("keys").strip();
        String[] words = typed.split(" ");
        String begun = words[words.length - 1];

        List<String> fitting = completion.after(Arrays.asList(words).subList(0, words.length - 1)).stream()
                .filter(word -> word.startsWith(begun))
                .toList();

        String shown = vector.text("terminal_output");
        if (shown.endsWith(BELL)) {
            assertThat(fitting).isEmpty();
        } else {
            String before = typed.substring(0, typed.length() - begun.length());
            assertThat(fitting).containsExactly(shown.substring(before.length()).strip());
        }
    }

    @Test
    void beginsWithAliasesBuiltinsAndMethodsEachOnce() {
        assertThat(completion.after(List.of()))
                .contains("ps", "dns_mem_info", "?", "quit", "core.echo")
                .containsOnlyOnce("version");
    }
}
