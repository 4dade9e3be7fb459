package org.wirechief.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.ConfigError;

/// `#!subst` and `#!substdef`. The first rows are what a reference server was seen to do.
class SubstitutionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            "/AA/bb/"           ~ AAxAA   ~ bbxAA
            "/AA/bb/g"          ~ AAxAA   ~ bbxbb
            "/a(.)c/[\\1]/gi"   ~ aXcAYc  ~ [X][Y]
            "/A+/b&b\\\\0b/g"   ~ AAA     ~ b&bAAAb
            '/AA/b\\/b/'        ~ AAxAA   ~ b/bxAA
            "!/x!$1!"           ~ /x      ~ $1
            '/a\\.b/c/g'        ~ a.baxb  ~ caxb
            "/[[:digit:]]{2}/N/g" ~ 1a22b333 ~ 1aNbN3
            "/(A)|B/<\\1>/g"    ~ AB      ~ <A><>
            '/A/\\\\/'          ~ A       ~ \\
            "|A\\|B|c|g"        ~ AB      ~ cc
            """)
    void strings(String expression, String before, String after) throws IOException {
        assertThat(gate("#!subst " + expression, "'" + before + "'")).isEqualTo(after);
    }

    @Test
    void inTheOrderOfTheirLinesAndFromThereOn() throws IOException {
        assertThat(gate("modparam('ctl', 'gate', 'AA')\n#!subst '/AA/bb/'\n#!subst '/b/c/'", "'AA'"))
                .isEqualTo("cb");
        assertThat(gate("#!define Q 'AA'\n#!subst '/AA/bb/'", "Q")).isEqualTo("bb");
    }

    @Test
    void substdefDefinesToo() throws IOException {
        assertThat(gate("#!substdef \"!NAME!0640!g\"\nmodparam('ctl', 'mode', NAME)", "\"NAME-NAME\""))
                .isEqualTo("0640-0640");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            subst "/a/b"           ~ 2:9: write "/expression/replacement/flags", with any one sign for the three slashes
            subst "abc"            ~ 2:9: write "/expression/replacement/flags", with any one sign for the three slashes
            subst ""               ~ 2:9: write "/expression/replacement/flags", with any one sign for the three slashes
            subst /a/b/            ~ 2:1: write #!subst "/expression/replacement/flags"
            subst "/a/b/" x        ~ 2:1: write #!subst "/expression/replacement/flags"
            subst "/a/b/gx"        ~ 2:9: unknown flag 'x': there are g (all occurrences) and i (case does not matter)
            subst "//b/"           ~ 2:9: a regular expression has 1 to 256 characters
            subst "/a/\\1/"        ~ 2:9: the replacement has \\1, the expression 0 groups
            subst "/(a){9}/b/"     ~ 2:9: '{' counts a single character, '[0-9]{1,3}'; write '\\{' for itself
            subst "/(?=a)/b/"      ~ 2:9: '(?' is not part of extended regular expressions
            subst "/(a/b/"         ~ 2:9: '(a' is no regular expression: Unclosed group
            substdef "/a.b/c/"     ~ 2:12: #!substdef needs a name for its expression, "!NAME!value!g": use #!subst
            """)
    void mistakes(String directive, String problem) {
        assertThatThrownBy(() -> gate("#!" + directive, "'x'"))
                .isInstanceOf(ConfigError.class)
                .hasMessage(folder.resolve("t.cfg") + ":" + problem);
    }

    @Test
    void anExpressionThatNeverEndsIsStopped() {
        assertThatThrownBy(() -> gate("#!subst '/" + "A*".repeat(20) + "B/x/'", "'" + "A".repeat(60) + "'"))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("take too long");
    }

    @Test
    void aReplacementThatDoublesIsStopped() {
        assertThatThrownBy(() -> gate("#!subst '/A/AA/g'\n".repeat(40), "'A'"))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("longer than 65536 characters");
    }

    private String gate(String lines, String value) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.cfg"),
                "loadmodule \"ctl\"\n" + lines + "\nmodparam(\"ctl\", \"gate\", " + value + ")");
        Configuration configuration =
                Fence.READER.read(java.util.Optional.of(file), java.util.List.of(), java.util.List.of());
        return configuration.values(Fence.class).get(1).gates().getLast();
    }
}
