package org.wirechief.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static final Option NODE = Option.of("-s, --node ADDRESS", "where");
    private static final Option OUTPUT = Option.of("-o, --output FORMAT", "how").among(List.of("text", "json"));
    private static final Option VERBOSE = Option.of("-v", "talks");
    private static final Option QUIET = Option.of("--quiet", "does not");
    private static final List<Option> ALL = List.of(NODE, OUTPUT, VERBOSE, QUIET);

    private static CommandLine parse(String words) throws UsageError {
        return CommandLine.parse(ALL, words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "-s here m a",
        "-shere m a",
        "--node here m a",
        "--node=here m a",
        "m -s here a",
        "m a --node here",
        "-s here -- m a",
        "-s there -s here m a"
    })
    void anOptionStandsAnywhere(String words) throws UsageError {
        CommandLine line = parse(words);

        assertThat(line.value(NODE)).contains("here");
        assertThat(line.operands()).containsExactly("m", "a");
        assertThat(line.has(VERBOSE)).isFalse();
    }

    @Test
    void lettersShareADash() throws UsageError {
        CommandLine line = parse("-vvshere -v --quiet");

        assertThat(line.count(VERBOSE)).isEqualTo(3);
        assertThat(line.value(NODE)).contains("here");
        assertThat(line.has(QUIET)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"m -5", "m -.5", "m -", "m -- -s", "m -- --", "m ''", "m é"})
    void whatIsNoOptionIsAnOperand(String words) throws UsageError {
        CommandLine line = parse(words.replace("''", ""));

        assertThat(line.given()).isEmpty();
        assertThat(line.operands().getFirst()).isEqualTo("m");
    }

    @Test
    void aDigitMayBeAnOption() throws UsageError {
        Option five = Option.of("-5", "five");

        assertThat(CommandLine.parse(List.of(five), List.of("-5", "-6")).has(five))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-x, there is no option -x",
        "-vx, there is no option -x (in -vx)",
        "--no, there is no option --no",
        "--no=5, there is no option --no",
        "---, there is no option ---",
        "-s, -s needs a value: -s ADDRESS",
        "--node, --node needs a value: --node ADDRESS",
        "--quiet=yes, '--quiet takes no value, and --quiet=yes gives it one'",
        "-o xml, '--output ''xml'': allowed are text, json'",
        "--output=, '--output '''': allowed are text, json'"
    })
    void saysWhatIsWrong(String words, String message) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(UsageError.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5000",
        "5s, 5000",
        "0.5, 500",
        "200ms, 200",
        "2m, 120000",
        "1h, 3600000",
        "999999999h, 2305843009213"
    })
    void durations(String text, long millis) throws UsageError {
        assertThat(DurationText.parse("--timeout", text).toMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "5 s", "5d", "''", "ms", "0.0000000001", "1e3", "0ms"})
    void noDurations(String text) {
        assertThatThrownBy(() -> DurationText.parse("--timeout", text))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--timeout '" + text + "'");
    }
}
