package org.wirechief.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.ConfigError;

/// Whatever a file holds, reading it ends, and the only error it raises is [ConfigError].
@Timeout(300)
class HostileTextTest {
    private static final int ROUNDS = 2_000;
    private static final List<String> PIECES = List.of(
            "loadmodule ",
            "modparam",
            "(",
            ")",
            ",",
            "\"ctl.so\"",
            "\"ctl\"",
            "\"ctl|mi\"",
            "\"gate\"",
            "\"mode\"",
            "'",
            "\"",
            "\\",
            "\n",
            "\n#!",
            "#!define A ",
            "#!define B A A\n",
            "A",
            "B ",
            "#!ifdef A\n",
            "#!ifndef A\n",
            "#!else\n",
            "#!endif\n",
            "#!subst \"/A/AA/g\"\n",
            "#!subst '/(a*)*$/\\1\\1/gi'\n",
            "#!substdef \"!A!B!\"\n",
            "/*",
            "*/",
            "//",
            "#",
            ";",
            "{",
            "}",
            "0600",
            "0x",
            "-",
            "-1",
            "mpath=",
            "include_file \"t.cfg\"\n",
            "import_file \"none\"\n",
            "\0",
            "\uFFFD",
            "\uD83D\uDC0D",
            "\r",
            " ",
            "|");

    @TempDir
    Path folder;

    private final Random random = new Random(20260101);

    @Test
    void randomBytes() throws IOException {
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void piecesOfTheDialectInAnyOrder() throws IOException {
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            refused += refuses(text.toString().getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void aGoodFileWithBytesChangedAddedAndCut() throws IOException {
        byte[] good = """
                #!define SOCKET "unixs:/tmp/x"
                #!substdef "!PORT!2049!g"
                loadmodule "ctl.so"
                #!ifdef SOCKET
                modparam("ctl", "gate", SOCKET)
                #!else
                modparam("ctl", "gate", "tcp:PORT") /* none */
                #!endif
                modparam("ctl", "mode", 0640)
                import_file "local.cfg"
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(refuses(good)).isFalse();
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            refused += refuses(mutated(good)) ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS);
    }

    private byte[] mutated(byte[] good) {
        StringBuilder text = new StringBuilder(new String(good, StandardCharsets.ISO_8859_1));
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.replace(at, at + 1, "").append('\n');
                case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean refuses(byte[] bytes) throws IOException {
        try {
            Fence.loaded(Files.write(folder.resolve("t.cfg"), bytes));
            return false;
        } catch (ConfigError e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }
}
