package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

class MiTextCallTest {
    private static String written(Value... args) {
        ReplyBuffer out = new ReplyBuffer();
        MiTextCall.write(out, Octets.of("c"), Arrays.asList(args));
        return Texts.text(out);
    }

    private static Value named(String name, String value) {
        return new Value.Struct(List.of(new Value.Member(name, Value.of(value))));
    }

    /// As the documentation's example, `doc-example/get_statistics-dialog-tm`.
    @Test
    void plainTextsAreALineEach() {
        ReplyBuffer out = new ReplyBuffer();
        MiTextCall.write(out, Octets.of("get_statistics"), List.of(Value.of("dialog:"), Value.of("tm:")));
        assertThat(Texts.text(out)).isEqualTo(":get_statistics:\ndialog:\ntm:\n");
    }

    @Test
    void scalarsAreText() {
        assertThat(written(Value.of(-3), Value.of(1.5), Value.of(true), Value.of("it's a b")))
                .isEqualTo(":c:\n-3\n1.5\n1\nit's a b\n");
    }

    @Test
    void membersAreNamed() {
        Value.Struct struct = new Value.Struct(List.of(
                new Value.Member("n", Value.of("v::w")),
                new Value.Member("none", new Value.Nil()),
                new Value.Member("empty", Value.of("")),
                new Value.Member("", Value.of("x"))));
        assertThat(written(struct)).isEqualTo(":c:\nn::v::w\nnone::\nempty::\nx\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a::b|::a::b",
                "` a`|` \" a\"`",
                "a\"b|\"a\\\"b\"",
                "\"b|\"\"b\"",
                "\"|\"\"\"",
                "a\\|a\\",
                "a\\\"b|\"a\\\\\"b\""
            })
    void isQuotedWhereNeeded(String value, String line) {
        assertThat(written(Value.of(value))).isEqualTo(":c:\n" + line.strip() + "\n");
    }

    @Test
    void aZeroByteDoesNotHideTheArguments() {
        assertThat(written(Value.of("\0a"))).isEqualTo(":c:\n\n\0a\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b\\", " \\", "x\ny\\"})
    void cannotBeSaid(String value) {
        assertThatThrownBy(() -> written(Value.of("fine"), Value.of(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("argument 2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a::b", " a", "a ", "a\"", "a\nb"})
    void isNoName(String name) {
        assertThatThrownBy(() -> written(named(name, "v")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("argument 1 ");
    }

    @Test
    void listsInValuesCannotBeSaid() {
        Value list = new Value.Arr(List.of());
        assertThatThrownBy(() -> written(list)).hasMessageContaining("a list");
        assertThatThrownBy(() -> written(new Value.Struct(List.of(new Value.Member("n", list)))))
                .hasMessageContaining("a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a\0b"})
    void isNoCommand(String command) {
        ReplyBuffer out = new ReplyBuffer();
        out.append('x');
        assertThatThrownBy(() -> MiTextCall.write(out, Octets.of(command), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be called");
        assertThat(Texts.text(out)).isEqualTo("x");
    }

    @Test
    void aRequestThatServersWouldCutIsNotWritten() {
        assertThat(written(Value.of("x".repeat(65457 - 5)))).hasSize(65457);
        assertThatThrownBy(() -> written(Value.of("x".repeat(65457 - 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65458 bytes");
    }
}
