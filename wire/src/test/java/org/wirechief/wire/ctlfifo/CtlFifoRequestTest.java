package org.wirechief.wire.ctlfifo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

final class CtlFifoRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {":core.echo:r\na\nb\n\n", "\n\r\n:core.echo:r\r\na\r\nb\r\n\r\n", ":core.echo:r\na\nb\n\r"})
    void isReadWhateverTheLineEnds(String text) throws ProtocolError {
        CtlFifoRequest request = Lines.request(text, CtlFifoRules.DEFAULTS);

        assertThat(request.command()).hasToString("core.echo");
        assertThat(request.replyName()).hasToString("r");
        assertThat(request.args().text()).isEqualTo("a");
        assertThat(request.args().text()).isEqualTo("b");
        assertThat(request.args().hasNext()).isFalse();
    }

    @Test
    void isIncompleteUntilItsLastByte() {
        String text = ":core.echo:r\r\na\r\nb\r\n\r";
        for (int length = 0; length < text.length(); length++) {
            byte[] part = Lines.bytes(text.substring(0, length));
            assertThat(CtlFifoFrame.next(part, 0, part.length, CtlFifoRules.DEFAULTS))
                    .as("%d bytes", length)
                    .isNull();
        }
        byte[] whole = Lines.bytes(text);
        assertThat(CtlFifoFrame.next(whole, 0, whole.length, CtlFifoRules.DEFAULTS))
                .isEqualTo(new CtlFifoFrame(0, whole.length));
    }

    @Test
    void aFurtherColonBelongsToTheReplyName() throws ProtocolError {
        assertThat(Lines.request(":c:a:b\n\n", CtlFifoRules.DEFAULTS).replyName())
                .hasToString("a:b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core.version:  | its first line has no colon",
                ":core.version  | its second colon is missing",
                "::x            | its command is empty",
                ":c:a.b         | cannot hold a dot",
                ":c:/tmp/x      | cannot hold a dot, a slash",
                ":c:a\\b        | a slash or a backslash"
            })
    void aCommandLineThatIsNone(String line, String wrong) {
        assertThatThrownBy(() -> Lines.request(line + "\n\n", CtlFifoRules.DEFAULTS))
                .isInstanceOf(ProtocolError.class)
                .hasMessageContaining(wrong);
    }

    @Test
    void escapesAreUndone() throws ProtocolError {
        Args args = Lines.args("a\\nb\\rc\\td\\\\e\\0f\\og\\ch,i:j\n");

        assertThat(args.octets()).isEqualTo(Octets.of("a\nb\rc\td\\e\0f:g,h,i:j"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\xb", "a\\", "\\N"})
    void anEscapeThereIsNot(String line) throws ProtocolError {
        Args args = Lines.args("first\n" + line + "\n");
        assertThat(args.text()).isEqualTo("first");

        assertThatThrownBy(args::octets)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.isAboutArgument()).isTrue())
                .hasMessage("Invalid parameter value on line 3");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "31, 31",
        "0x1F, 31",
        "010, 8",
        "-5, -5",
        "+7, 7",
        "' 9', 9",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void integers(String line, long number) throws ProtocolError {
        assertThat(Lines.args(line + "\n").integer()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12abc", "abc", "1.5", "0x", "08", "--1", "9223372036854775808", "1 ", "-"})
    void whatIsNoIntegerIsAFaultAndStays(String line) throws ProtocolError {
        Args args = Lines.args(line + "\n");

        assertThatThrownBy(args::integer).hasMessage("Invalid parameter value on line 2");
        assertThat(args.text()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1.5, -1.5", ".25, 0.25", "1e3, 1000", "2., 2"})
    void reals(String line, double number) throws ProtocolError {
        assertThat(Lines.args(line + "\n").real()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "nan", "0x10", "e5", "."})
    void whatIsNoRealIsAFault(String line) throws ProtocolError {
        Args args = Lines.args(line + "\n");

        assertThatThrownBy(args::real).isInstanceOf(Fault.class);
    }

    @Test
    void endlessDigitsAreNoNumber() throws ProtocolError {
        Args args = Lines.args("1".repeat(60_000) + "\n");

        assertThatThrownBy(args::integer).isInstanceOf(Fault.class);
        assertThatThrownBy(args::real).isInstanceOf(Fault.class);
    }

    @Test
    void aMissingLineIsNamed() throws ProtocolError {
        Args args = Lines.args("one\n");
        args.text();

        assertThat(args.hasNext()).isFalse();
        assertThatThrownBy(args::text).hasMessage("Too few parameters: line 3 is missing");
        assertThatThrownBy(() -> args.at(2)).hasMessage("Too few parameters: line 3 is missing");
    }

    @Test
    void linesAreFoundByIndex() throws ProtocolError {
        Args args = Lines.args("zero\n1\ntwo\n");

        assertThat(args.text(2)).isEqualTo("two");
        assertThat(args.integer(1)).isEqualTo(1);
        assertThat(args.value()).isEqualTo(Value.of("two"));
        assertThat(args.converting().text(0)).isEqualTo("zero");
    }
}
