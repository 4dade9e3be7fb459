package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

class MiTextArgsTest {
    @Test
    void valuesComeInOrderWhateverTheirNames() throws ProtocolError {
        Args args = Texts.request("a::1\n2\nb:: \"x\\\"y\"\nc::\n").args();

        assertThat(args.integer()).isEqualTo(1);
        assertThat(args.converting().real()).isEqualTo(2.0);
        assertThat(args.value()).isEqualTo(Value.of("x\"y"));
        assertThat(args.hasNext()).isTrue();
        assertThat(args.text()).isEmpty();
        assertThat(args.hasNext()).isFalse();
    }

    @Test
    void aCallHasOneCursor() throws ProtocolError {
        MiTextRequest request = Texts.request("1\n2\n");

        assertThat(request.args().integer()).isEqualTo(1);
        assertThat(request.args().integer()).isEqualTo(2);
        assertThat(request.args().hasNext()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-,0",
        "+,0",
        "+2,2",
        "-1,-1",
        "007,7",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808"
    })
    void isAnInteger(String text, long number) throws ProtocolError {
        assertThat(Texts.request(text).args().integer()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "3x", "1.5", "0x10", "--1", "n::", "9223372036854775808", "-9223372036854775809", "1 2"})
    void isNoInteger(String text) throws ProtocolError {
        Args args = Texts.request(text).args();

        assertThatThrownBy(args::integer).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.isAboutArgument()).isTrue();
            assertThat(fault.code() + " " + fault.reason()).isEqualTo("400 Bad parameter");
        });
        assertThat(args.hasNext()).as("the cursor stays").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1e", "e1", ".", "NaN", "0x1p3", "1.5f", "n::"})
    void isNoNumber(String text) throws ProtocolError {
        Args args = Texts.request(text).args();

        assertThatThrownBy(args::real).isInstanceOf(Fault.class).hasMessage("Bad parameter");
    }

    @Test
    void whatIsMissingIsTold() throws ProtocolError {
        Args args = Texts.request("a\nb\n").args();

        assertThat(args.at(1).text()).isEqualTo("b");
        assertThat(args.at(0).text()).isEqualTo("a");
        assertThat(args.at(2).hasNext()).isFalse();
        assertThatThrownBy(args::text).isInstanceOf(Fault.class).hasMessage("Too few or too many arguments");
        assertThatThrownBy(() -> args.at(3)).isInstanceOf(Fault.class).hasMessage("Too few or too many arguments");
    }

    @Test
    void argumentsThatAreNotParsedAreNone() throws ProtocolError {
        byte[] datagram = Texts.bytes(":uptime:\n\"unterminated");
        MiTextRequest request = MiTextRequest.of(datagram, 0, datagram.length, Texts.ORIGIN);

        assertThat(request.args().hasNext()).isFalse();
        assertThat(request.arguments().size()).isZero();
        assertThatThrownBy(request::parseArguments)
                .isInstanceOf(ProtocolError.class)
                .hasMessage("argument 1, byte 13 of the arguments: a quote that is not closed");
    }

    /// A slip of the command, not of its caller.
    @Test
    void nothingStandsBeforeTheFirst() throws ProtocolError {
        Args args = Texts.request("a\n").args();

        assertThatThrownBy(() -> args.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(args.text(0)).isEqualTo("a");
    }
}
