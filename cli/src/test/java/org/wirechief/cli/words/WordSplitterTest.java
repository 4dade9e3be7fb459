package org.wirechief.cli.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Octets;

class WordSplitterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`  a  b\t c `|a,b,c",
                "`  `|``",
                "a'b c'd|ab cd",
                "'a\\'|a\\",
                "\"a\\\"b\\\\c\\d\"|a\"b\\c\\d",
                "a\\ b\\'c|a b'c",
                "'' \"\" x|,,x",
                "\"it's\"|it's",
                "#x|#x"
            })
    void splitsAsAShell(String line, String words) throws UsageError {
        assertThat(WordSplitter.split(Octets.of(line)).stream()
                        .map(Octets::toString)
                        .collect(Collectors.joining(",")))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a 'b|the ' at column 3 is not closed",
                "\"a\\\"|the \" at column 1 is not closed",
                "a\\|nothing follows the backslash at the end"
            })
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> WordSplitter.split(Octets.of(line)))
                .isInstanceOf(UsageError.class)
                .hasMessage(message);
    }

    /// However words are quoted, they come back, whatever bytes they are made of.
    @Test
    void quotedWordsComeBack() throws UsageError {
        Random random = new Random(7);
        for (int run = 0; run < 2000; run++) {
            List<Octets> words = new ArrayList<>();
            List<Byte> line = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                byte[] word = new byte[1 + random.nextInt(6)];
                random.nextBytes(word);
                words.add(Octets.copyOf(word));
                quote(word, line, random);
                line.add((byte) (random.nextBoolean() ? ' ' : '\t'));
            }
            byte[] bytes = new byte[line.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = line.get(i);
            }

            assertThat(WordSplitter.split(Octets.copyOf(bytes))).isEqualTo(words);
        }
    }

    private static void quote(byte[] word, List<Byte> line, Random random) {
        for (byte b : word) {
            switch (random.nextInt(3)) {
                case 0 -> line.addAll(List.of((byte) '\\', b));
                case 1 -> {
                    boolean single = b != '\'';
                    byte quote = (byte) (single ? '\'' : '"');
                    line.addAll(List.of(quote, b, quote));
                }
                default -> {
                    line.add((byte) '"');
                    if (b == '"' || b == '\\') {
                        line.add((byte) '\\');
                    }
                    line.addAll(List.of(b, (byte) '"'));
                }
            }
        }
    }

    /// Any bytes are words or an error.
    @Test
    void anyBytes() {
        Random random = new Random(11);
        byte[] alphabet = "ab \t'\"\\\0\n\u00ff".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int run = 0; run < 5000; run++) {
            byte[] line = new byte[random.nextInt(12)];
            for (int i = 0; i < line.length; i++) {
                line[i] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                int length = WordSplitter.split(Octets.copyOf(line)).stream()
                        .mapToInt(Octets::length)
                        .sum();
                assertThat(length).isLessThanOrEqualTo(line.length);
            } catch (UsageError e) {
                assertThat(e.getMessage()).matches("the ['\"] at column \\d+ is not closed|nothing follows.*");
            }
        }
    }
}
