package org.wirechief.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.ConfigError;

/// What is said about configurations that cannot be.
class MistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            debug=3                     ~ 1:1: unknown statement 'debug': there are loadmodule, modparam, mpath, include_file, import_file
            loadmodul "ctl"             ~ 1:1: unknown statement 'loadmodul': there are loadmodule, modparam, mpath, include_file, import_file; did you mean 'loadmodule'?
            "ctl"                       ~ 1:1: expected a statement, found the string "ctl"
            loadmodule("ctl")           ~ 1:11: expected the name of a module, "ctl.so", found '('
            loadmodule                  ~ 1:1: the name of a module, "ctl.so" is missing after 'loadmodule'
            loadmodule ctl              ~ 1:12: expected the name of a module, "ctl.so", found 'ctl', which no #!define names
            loadmodule "clt.so"         ~ 1:12: unknown module 'clt': there are server, ctl, mi; did you mean 'ctl'?
            modparam("ctl", "mode", 1)  ~ 1:10: module ctl is not loaded here: add loadmodule "ctl.so" above this line
            modparam("server", "mdoe", 1)   ~ 1:20: module server has no parameter 'mdoe': there are gate, mode, owner; did you mean 'mode'?
            modparam("server", "mode", "1") ~ 1:28: server.mode = 1: takes an integer; leave the quotes out
            modparam("server", "gate", 1)   ~ 1:28: server.gate = 1: takes a string; put it in quotes
            modparam("server", "mode", 01000)  ~ 1:28: mode = 01000: allowed are 0 to 0777
            modparam("server", "mode", 08)  ~ 1:28: '08' is no integer: an integer is decimal (384), octal (0600) or hexadecimal (0x180), of 64 bits
            modparam("server", "mode", 0x)  ~ 1:28: '0x' is no integer: an integer is decimal (384), octal (0600) or hexadecimal (0x180), of 64 bits
            modparam("server", "mode", 9223372036854775808)  ~ 1:28: '9223372036854775808' is no integer: an integer is decimal (384), octal (0600) or hexadecimal (0x180), of 64 bits
            modparam("server", "mode" 1)    ~ 1:27: expected ',', found the number 1
            modparam("server", "mode", )    ~ 1:28: expected a string or an integer, found ')'
            modparam("server", "mode", MOED) ~ 1:28: expected a string or an integer, found 'MOED', which no #!define names
            modparam("server", "mode", 1    ~ 1:28: ')' is missing after the number 1
            modparam("server|", "mode", 1)  ~ 1:10: unknown module '': there are server, ctl, mi
            modparam("server", "gate", "a)  ~ 1:28: this string is not closed on its line: add "
            modparam("server", "gate", "\\x00") ~ 1:28: this string holds a zero byte, which nothing here can take
            modparam(\u201cserver\u201d)    ~ 1:10: expected the name of a module, "ctl", found '\u201c'
            /* x                        ~ 1:1: this comment is not closed: add */
            #!defin X                   ~ 1:1: unknown directive '#!defin': there are #!define, #!subst, #!substdef, #!ifdef, #!ifndef, #!else, #!endif, #!include_file, #!import_file, #!KAMAILIO; did you mean 'define'?
            #!define                    ~ 1:1: write #!define NAME, or #!define NAME value
            #!define 9X 1               ~ 1:1: write #!define NAME, or #!define NAME value
            #!ifdef                     ~ 1:1: '#!ifdef' is not closed in this file: add #!endif
            #!ifdef A                   ~ 1:1: '#!ifdef' is not closed in this file: add #!endif
            #!else                      ~ 1:1: no #!ifdef or #!ifndef is open here
            #!endif                     ~ 1:1: no #!ifdef or #!ifndef is open here
            ; #!endif                   ~ 1:3: a #! directive stands first on its line: put it on a line of its own
            include_file x              ~ 1:14: expected the name of a file, found 'x', which no #!define names
            #!include_file x            ~ 1:1: write #!include_file "file"
            include_file "none"         ~ 1:14: cannot read 'none': no such file
            include_file "."            ~ 1:14: cannot read '.': it is a directory
            import_file "."             ~ 1:13: cannot read '.': it is a directory
            include_file "t.cfg"        ~ 1:14: 'FOLDER/t.cfg' includes itself, through the files that lead here
            include_file "/dev/zero"    ~ 1:14: '/dev/zero' is no regular file
            """)
    void oneMistake(String text, String problem) throws IOException {
        assertThat(problems(text)).last().isEqualTo("t.cfg:" + problem.replace("FOLDER", folder.toString()));
    }

    @Test
    void allMistakesAreToldInOnePass() throws IOException {
        assertThat(problems("""
                loadmodule "ctl"
                loadmodule "ctl.so"
                modparam("ctl", "mode", "x")
                modparam("mi", "moda", 0x)
                modparm("ctl", "mode", 1)
                modparam("ctl", "mode", 2
                modparam("ctl", "mode", -3)
                request_route {
                    if (x) { exit; }
                    sl_send_reply("200", "OK");
                }
                #!define A 1
                #!define A 2
                  modparam("ctl|nix", "gate", 4)
                """))
                .containsExactly(
                        "t.cfg:2:12: module ctl is loaded already, at FOLDER/t.cfg:1:12: remove this line",
                        "t.cfg:3:25: ctl.mode = x: takes an integer",
                        "t.cfg:4:24: '0x' is no integer: " + IntegerLiteral.RULE,
                        "t.cfg:4:10: module mi is not loaded here: add loadmodule \"mi.so\" above this line",
                        "t.cfg:4:16: module mi has no parameter 'moda': there are gate, mode, owner; did you mean"
                                + " 'mode'?",
                        "t.cfg:5:1: unknown statement 'modparm': there are loadmodule, modparam, mpath,"
                                + " include_file, import_file; did you mean 'modparam'?",
                        "t.cfg:6:25: ')' is missing after the number 2",
                        "t.cfg:7:25: mode = 01777777777777777777775: allowed are 0 to 0777",
                        "t.cfg:8:1: unknown statement 'request_route': there are loadmodule, modparam, mpath,"
                                + " include_file, import_file",
                        "t.cfg:13:10: 'A' is defined already, at FOLDER/t.cfg:12:10",
                        "t.cfg:14:31: ctl.gate = 4: takes a string; put it in quotes",
                        "t.cfg:14:12: unknown module 'nix': there are server, ctl, mi");
    }

    @Test
    void mistakesInAnIncludedFileNameThatFile() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/b.cfg"), "\n #!ifdef A\n#!else\n  junk");

        assertThat(problems("include_file \"a/b.cfg\"\njunk"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("a/b.cfg:4:3:", "a/b.cfg:2:2:", "t.cfg:2:1:");
    }

    @Test
    void mistakesOnTheCommandLineNameIt() throws IOException {
        assertThat(problems("junk", "ctl", "ctl.=1", ".mode=1", "clt.mode=1", "ctl.modes=1", "ctl.mode=rw"))
                .hasSize(7)
                .endsWith(
                        "--set ctl: write --set module.param=value",
                        "--set ctl.=1: write --set module.param=value",
                        "--set .mode=1: write --set module.param=value",
                        "--set clt.mode=1: unknown module 'clt': there are server, ctl, mi; did you mean 'ctl'?",
                        "--set ctl.modes=1: module ctl has no parameter 'modes': there are gate, mode, owner; did you"
                                + " mean 'mode'?",
                        "--set ctl.mode=rw: ctl.mode = rw: takes an integer");
    }

    @Test
    void textThatIsNotUtf8IsRefusedOnlyWhereItCounts() throws IOException {
        byte[] latin = "# gr\u00fc\u00df\nloadmodule \"gr\u00fc\u00df\"".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("t.cfg"), latin);

        assertThat(told()).containsExactly("t.cfg:2:12: this string is not UTF-8: save the file in that encoding");
    }

    @Test
    void aProblemIsOneLineWhateverItQuotes() throws IOException {
        assertThat(problems("loadmodule \"a\\n\\x1b[2J\""))
                .containsExactly("t.cfg:1:12: unknown module 'a\\n\\u001b[2J': there are server, ctl, mi");
    }

    @Test
    void filesThatCannotBeReadAreNamed() {
        assertThat(told()).containsExactly("t.cfg: cannot be read: no such file");
    }

    private List<String> problems(String text, String... sets) throws IOException {
        Files.writeString(folder.resolve("t.cfg"), text);
        return told(sets);
    }

    private List<String> told(String... sets) {
        Path file = folder.resolve("t.cfg");
        ConfigError error = catchThrowableOfType(ConfigError.class, () -> Fence.loaded(file, sets));
        return error.getMessage()
                .lines()
                .map(line -> line.startsWith(folder + "/")
                        ? line.substring(folder.toString().length() + 1)
                        : line)
                .map(line -> line.replace("at " + folder, "at FOLDER"))
                .toList();
    }
}
