package org.wirechief.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.words.NodeWords;

class CompletionTest {
    private final Completion completion = new Completion(new NodeWords(
            List.of("cfg.get", "cnt.get", "core.echo"),
            Map.of("core", List.of("debug", "user"), "ctl", List.of("mode")),
            Map.of("net", List.of("accepted", "closed"))));

    @Test
    void aLineBeginsWithAMethodOrACommandOfTheShell() {
        assertThat(completion.after(List.of())).contains("core.echo", "cfg.get", "watch", "use", "quit");
    }

    @Test
    void groupsAndTheirNames() {
        assertThat(completion.after(List.of("cfg.get"))).containsExactly("core", "ctl");
        assertThat(completion.after(List.of("cfg.set_now_int", "core"))).containsExactly("debug", "user");
        assertThat(completion.after(List.of("cfg.get", "nosuch"))).isEmpty();
        assertThat(completion.after(List.of("cnt.get"))).containsExactly("net");
        assertThat(completion.after(List.of("cnt.reset", "net"))).containsExactly("accepted", "closed");
        assertThat(completion.after(List.of("cnt.grp_get_all", "net"))).isEmpty();
        assertThat(completion.after(List.of("cfg.get", "core", "debug"))).isEmpty();
    }

    @Test
    void methodsWhereAMethodIsAsked() {
        assertThat(completion.after(List.of("help"))).contains("core.echo");
        assertThat(completion.after(List.of("system.methodHelp"))).contains("cnt.get");
        assertThat(completion.after(List.of("watch"))).isEmpty();
        assertThat(completion.after(List.of("watch", "2"))).contains("core.echo");
        assertThat(completion.after(List.of("watch", "2", "cfg.get"))).containsExactly("core", "ctl");
        assertThat(completion.after(List.of("output"))).contains("json", "table");
        assertThat(completion.after(List.of("core.echo"))).isEmpty();
    }
}
