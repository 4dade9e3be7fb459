package org.wirechief.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.cli.CliReference;

/// The script in a real bash, asked as bash asks it.
class BashCompletionTest {
    @TempDir
    Path folder;

    @Test
    void subcommands() throws Exception {
        assertThat(completions("chief c")).contains("call", "completion").doesNotContain("doctor");
        assertThat(completions("chief ")).contains("doctor", "help");
        assertThat(completions("chief help do")).containsExactly("doctor");
    }

    @Test
    void optionsAndTheirValues() throws Exception {
        assertThat(completions("chief call --o")).containsExactly("--output");
        assertThat(completions("chief call -o j")).containsExactly("json");
        assertThat(completions("chief call --color ")).containsExactly("auto", "always", "never");
        assertThat(completions("chief -s tcp:127.0.0.1:2049 --time")).containsExactly("--timeout");
    }

    @Test
    void methodsOfTheNodeThatIsNamed() throws Exception {
        Path chief = folder.resolve("chief");
        Files.writeString(chief, """
                #!/bin/sh
                [ "$1 $2 $3" = "call -s unixs:/run/x" ] && printf 'core.echo\\ncore.uptime\\nsystem.listMethods\\n'
                """);
        assertThat(chief.toFile().setExecutable(true)).isTrue();

        assertThat(completions(chief + " call -s unixs:/run/x core.")).containsExactly("core.echo", "core.uptime");
        assertThat(completions(chief + " -s unixs:/run/x sys")).containsExactly("system.listMethods");
        assertThat(completions(chief + " call core.")).isEmpty();
    }

    private List<String> completions(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("completion"), BashCompletion.of(CliReference.subcommands()));
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source \"$0\"; COMP_LINE=$1 COMP_POINT=${#1}; _chief; printf '%s\\n' \"${COMPREPLY[@]}\"",
                        script.toString(),
                        line)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().filter(word -> !word.isEmpty()).toList();
    }
}
