package org.wirechief.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeWordsTest {
    private final List<String> asked = new ArrayList<>();

    private NodeWords words(Map<String, List<String>> answers) {
        return NodeWords.<RuntimeException>of((method, args) -> {
            String question = method
                    + (args.length == 0
                            ? ""
                            : " " + Arrays.asList(args).getFirst().asText());
            asked.add(question);
            return answers.getOrDefault(question, List.of());
        });
    }

    /// In kamcmd's order (`startup` of `kamcmd_interactive`).
    @Test
    void asksForWhatThereIs() {
        NodeWords words = words(Map.of(
                "system.listMethods", List.of("cnt.var_list", "cnt.grps_list", "cfg.list"),
                "cfg.list", List.of("core: debug", "tcp: async", "core: user", "no group"),
                "cnt.grps_list", List.of("dns", "sl"),
                "cnt.var_list dns", List.of("failed_dns_request")));

        assertThat(asked)
                .containsExactly(
                        "system.listMethods", "cfg.list", "cnt.grps_list", "cnt.var_list dns", "cnt.var_list sl");
        assertThat(words.settings()).isEqualTo(Map.of("core", List.of("debug", "user"), "tcp", List.of("async")));
        assertThat(words.counters()).isEqualTo(Map.of("dns", List.of("failed_dns_request"), "sl", List.of()));
    }

    @Test
    void asksForNothingThatIsNotThere() {
        assertThat(words(Map.of("system.listMethods", List.of("core.echo"))).methods())
                .containsExactly("core.echo");
        assertThat(asked).containsExactly("system.listMethods");
    }
}
