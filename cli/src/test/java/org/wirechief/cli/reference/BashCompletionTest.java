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

    /// Over a FIFO answers come by the directory that the line tells; in MI methods have another
    /// list, which is asked for when a node has no `system.listMethods` and not when none answers.
    @Test
    void methodsOverAFifo() throws Exception {
        Path chief = folder.resolve("chief");
        Files.writeString(chief, """
                #!/bin/sh
                printf '%s\\n' "$*" >> "$0.calls"
                case "$*" in
                    *-dir?/run/r*which) printf 'which\\nversion\\n' ;;
                    *none*) exit 3 ;;
                    *) exit 1 ;;
                esac
                """);
        assertThat(chief.toFile().setExecutable(true)).isTrue();

        assertThat(completions(chief + " -s fifo:/run/f --reply-dir /run/r ver"))
                .containsExactly("version");
        assertThat(completions(chief + " call -sfifo:/run/f --reply-dir=/run/r w"))
                .containsExactly("which");
        assertThat(completions(chief + " call -s none w")).isEmpty();
        assertThat(folder.resolve("chief.calls")).hasContent("""
                call -s fifo:/run/f --reply-dir /run/r --timeout 2s -f %v\\n system.listMethods
                call -s fifo:/run/f --reply-dir /run/r --timeout 2s -f %v\\n which
                call -s fifo:/run/f --reply-dir=/run/r --timeout 2s -f %v\\n system.listMethods
                call -s fifo:/run/f --reply-dir=/run/r --timeout 2s -f %v\\n which
                call -s none --timeout 2s -f %v\\n system.listMethods
                """);
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
