package org.wirechief.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What configurations mean.
class DialectTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loadmodule \"ctl\"",
                "loadmodule \"ctl.so\"",
                "loadmodule 'ctl.so';",
                "loadmodule \"/usr/lib/kamailio/modules/ctl.so\"",
                "mpath=\"/usr/lib:/opt\"\nloadmodule \"modules/ctl/ctl.so\"",
                "mpath \"/usr/lib\"; loadmodule\n\"ctl\"",
                "#!KAMAILIO\nloadmodule \"ctl\"",
                "# comment\n// comment\n/* com\nment */ loadmodule /* x */ \"ctl\" # comment",
                "## !define x\n#!/usr/bin/chief\n#!!! heading\nloadmodule \"ctl\"",
                "\uFEFFloadmodule \"ctl\"\r\n",
                "#!define M \"ctl\"\nloadmodule M",
                "#!ifdef A\njunk ' \" /*\n#!else\nloadmodule \"ctl\"\n#!endif",
            })
    void oneModuleIsLoaded(String text) throws IOException {
        assertThat(loaded(text)).containsExactly("ctl[] 600 ");
    }

    @Test
    void modulesKeepTheOrderOfTheirLines() throws IOException {
        assertThat(loaded("loadmodule \"mi\"\nloadmodule \"ctl\"\nloadmodule \"server\""))
                .containsExactly("mi[] 600 ", "ctl[] 600 ");
    }

    @Test
    void noModuleIsLoadedUnasked() throws IOException {
        assertThat(loaded("")).isEmpty();
    }

    @Test
    void parametersRepeatAndReplace() throws IOException {
        assertThat(loaded("""
                loadmodule "ctl"
                modparam("ctl", "gate", "a") modparam("ctl", "gate", "b")
                modparam("ctl", "mode", 0640)
                modparam("ctl", "mode", 0660)
                """)).containsExactly("ctl[a, b] 660 ");
    }

    @Test
    void severalModulesTakeOneLine() throws IOException {
        assertThat(loaded("""
                loadmodule "ctl"
                loadmodule "mi"
                modparam("ctl|mi|server", "mode", 0)
                """)).containsExactly("ctl[] 0 ", "mi[] 0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"384", "0600", "0x180", "0X180", "A", "/* x */ 384 // y"})
    void integersHaveThreeSpellings(String integer) throws IOException {
        assertThat(loaded("#!define A B\n#!define B 0600\nloadmodule \"ctl\"\n"
                        + "modparam('ctl', 'mode', 7)modparam(\"ctl\",\"mode\"," + integer + "\n)"))
                .containsExactly("ctl[] 600 ");
    }

    @Test
    void valuesKeepTheirType() throws IOException {
        assertThat(loaded("loadmodule \"ctl\" modparam(\"ctl\", \"owner\", 100)"))
                .containsExactly("ctl[] 600 #100");
        assertThat(loaded("loadmodule \"ctl\" modparam(\"ctl\", \"owner\", \"100\")"))
                .containsExactly("ctl[] 600 100");
        assertThat(loaded("loadmodule \"ctl\" modparam(\"ctl\", \"owner\", -1)"))
                .containsExactly("ctl[] 600 #-1");
    }

    @Test
    void stringsEscapeBetweenDoubleQuotesOnly() throws IOException {
        assertThat(gate("\"a\\tb\\\"c\\\\d\\x41\\101\\q\\.\\1 # // /* \"")).isEqualTo("a\tb\"c\\dAA\\q\\.\\1 # // /* ");
        assertThat(gate("'a\\tb\"c'")).isEqualTo("a\\tb\"c");
        assertThat(gate("\"a\\\n  b\"")).isEqualTo("a  b");
        assertThat(gate("\"gr\u00fc\u00df \uD83D\uDC0D\"")).isEqualTo("gr\u00fc\u00df \uD83D\uDC0D");
    }

    @Test
    void stringsSideBySideAreOne() throws IOException {
        assertThat(gate("\"unixs:\" DIR '/ctl'", "#!define DIR \"/run\"")).isEqualTo("unixs:/run/ctl");
    }

    @Test
    void definesNeedNoValueAndMayHoldStatements() throws IOException {
        assertThat(loaded("""
                #!define NOTHING
                #!define ALL loadmodule "ctl" modparam("ctl", \\
                    "gate", NAME) NOTHING
                #!define NAME "x" # comment
                NOTHING ALL NOTHING
                """)).containsExactly("ctl[x] 600 ");
    }

    @Test
    void aValueIsOnlyReadWhereItIsUsed() throws IOException {
        assertThat(loaded("#!define DBURL mysql:\"unclosed\nloadmodule \"ctl\""))
                .containsExactly("ctl[] 600 ");
    }

    @Test
    void conditionsNest() throws IOException {
        assertThat(loaded("""
                #!define A
                #!ifdef A
                  #!ifndef A
                    #!ifdef B
                    #!else
                    junk
                    #!endif
                  #!else
                  loadmodule "ctl"   # A, not not A
                  #!endif
                #!else
                  #!ifndef A
                  #!endif
                  #!define C
                #!endif
                #!ifdef C
                loadmodule "mi"
                #!endif // done
                """)).containsExactly("ctl[] 600 ");
    }

    @Test
    void includedFilesAreFoundBesideTheOneThatIncludesThem() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/one.cfg"), "import_file \"b/two.cfg\"\nmodparam('ctl', 'gate', 'one')");
        Files.writeString(folder.resolve("a/b/two.cfg"), "#!include_file \"../three.cfg\"\n#!import_file 'none.cfg'");
        Files.writeString(folder.resolve("a/three.cfg"), "loadmodule \"ctl\"\n#!define SEEN 'seen'");

        assertThat(loaded("include_file \"a/one.cfg\"\nimport_file \"none.cfg\"\nmodparam('ctl', 'gate', SEEN)"))
                .containsExactly("ctl[one, seen] 600 ");
    }

    @Test
    void settingsComeAfterTheFile() throws IOException {
        Path file = write("loadmodule \"ctl\"\nmodparam(\"ctl\", \"gate\", \"a\")\nmodparam(\"ctl\", \"mode\", 1)");

        assertThat(Fence.loaded(file, "ctl.gate=b=c", "ctl.mode=0644", "mi.owner=7", "mi.owner=x.y", "ctl.owner="))
                .containsExactly("ctl[a, b=c] 644 ", "mi[] 600 x.y");
        assertThat(Fence.loaded(file, "ctl.gate=0600", "ctl.owner=0x10")).containsExactly("ctl[a, 0600] 1 #16");
    }

    private String gate(String value, String... lines) throws IOException {
        Path file =
                write(String.join("\n", lines) + "\nloadmodule \"ctl\"\nmodparam(\"ctl\", \"gate\", " + value + ")");
        Configuration configuration = Fence.READER.read(java.util.Optional.of(file), List.of(), List.of());
        return configuration.values(Fence.class).get(1).gates().getFirst();
    }

    private List<String> loaded(String text) throws IOException {
        return Fence.loaded(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.cfg"), text);
    }
}
