package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.wire.binrpc.Bytes.request;

import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

class BinrpcArgsTest {
    @Test
    void readsOneAfterTheOther() throws ProtocolError {
        Args args = args("10 05 21 61 00 22 05 dc 40 ff ff ff ff");

        assertThat(args.integer()).isEqualTo(5);
        assertThat(args.text()).isEqualTo("a");
        assertThat(args.real()).isEqualTo(1.5);
        assertThat(args.integer()).isEqualTo(-1);
        assertThat(args.hasNext()).isFalse();
    }

    @Test
    void oneObjectReadsOneRequestAfterTheOther() throws ProtocolError {
        BinrpcRequest request = request("10 05 03 25 61 00", BinrpcRules.DEFAULTS.withAutoconversion(true));
        assertThat(request.args().text()).isEqualTo("5");
        assertThatThrownBy(() -> request.args().text()).isInstanceOf(Fault.class);
        byte[] other = Bytes.hex("a1 00 07 06 21 64 00 10 06 10 07");
        Origin origin = new Origin("ctl", "tcp", "somebody else", Access.READ);
        request.read(other, 4, other.length, origin, BinrpcRules.DEFAULTS);

        assertThat(request.command()).isEqualTo(Octets.of("d"));
        assertThat(request.origin()).isSameAs(origin);
        assertThat(request.args().integer()).isEqualTo(6);
        assertThatThrownBy(() -> request.args().text())
                .hasMessageContaining("error at parameter 1: expected string type but");
        assertThat(request.args().converting().text()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "c1 00", "c1 00 00 10 00 61 62", "82 00"})
    void whatIsNotWholeIsNotThere(String records) throws ProtocolError {
        assertThat(args(records).hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "08", "83", "25 61 00", "01", "11 61", "c1 80 00 00 00"})
    void whatCannotBeReadIsThere(String records) throws ProtocolError {
        assertThat(args(records).hasNext()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', integer, end of packet encountered",
        "40 01, integer, more data needed",
        "21 61 00, integer, record doesn't match type",
        "08, integer, record doesn't match type",
        "83, integer, record doesn't match type",
        "80, string, record doesn't match type",
        "90, string, more data needed",
        "c1 ff ff ff ff, string, corrupted packet",
        "c1 80 00 00 00, string, corrupted packet",
        "01, string, bad record",
        "21 61 62, string, bad record",
        "10 01, float, record doesn't match type",
    })
    void aFaultNamesWhatWasAskedFor(String records, String type, String error) throws ProtocolError {
        Args args = args(records);

        assertFault(args, reading(type)).hasMessage("error at parameter 0: expected " + type + " type but " + error);
    }

    @Test
    void aFaultCountsWhatWasRead() throws ProtocolError {
        Args args = args("10 01 10 02 21 61 00");
        args.integer();
        args.integer();

        assertFault(args, Args::real)
                .hasMessage("error at parameter 2: expected float type but record doesn't match type");
    }

    @Test
    void aStrictReadThatFailsLeavesTheArgument() throws ProtocolError {
        Args args = args("21 61 00");
        assertFault(args, Args::integer);

        assertThat(args.text()).isEqualTo("a");
    }

    @Test
    void aConvertingReadThatFailsConsumesTheArgument() throws ProtocolError {
        Args args = args("21 61 00").converting();
        assertFault(args, Args::integer)
                .hasMessage("error at parameter 0: expected string type but record doesn't match type");

        assertFault(args, Args::text)
                .hasMessage("error at parameter 0: expected any type but end of packet encountered");
    }

    @Test
    void theConvertingViewSharesTheCursor() throws ProtocolError {
        Args args = args("10 05 10 06");

        assertThat(args.converting().text()).isEqualTo("5");
        assertThat(args.integer()).isEqualTo(6);
    }

    @Test
    void autoconversionConvertsEveryArgument() throws ProtocolError {
        Args args =
                request("10 05", BinrpcRules.DEFAULTS.withAutoconversion(true)).args();

        assertThat(args.text()).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "22 05 dc, string, 'float type but bug -- internal error'",
        "36 61 62 63, string, 'bytes array type but record doesn''t match type'",
        "03 83, integer, 'structure type but record doesn''t match type'",
        "04 84, float, 'array type but record doesn''t match type'",
        "25 61 00, integer, 'structure member type but record doesn''t match type'",
        "84, integer, 'array type but bad record'",
        "01, integer, 'string type but bad record'",
        "07, string, '<unknown/error> type but record doesn''t match type'",
        "0f, string, 'any type but record doesn''t match type'",
        "40 01, integer, 'any type but more data needed'",
    })
    void aFaultOfAConversionNamesWhatWasThere(String records, String type, String text) throws ProtocolError {
        Args args = args(records).converting();

        assertFault(args, reading(type)).hasMessage("error at parameter 0: expected " + text);
    }

    @Test
    void aStructThatWasConsumedInVainIsWalkedInto() throws ProtocolError {
        Args args = args("03 25 61 00 10 01 83 10 07").converting();
        assertFault(args, Args::integer).hasMessageContaining("expected structure type");
        assertFault(args, Args::integer).hasMessageContaining("expected structure member type");

        assertThat(args.integer()).isEqualTo(1);
    }

    @Test
    void textEndsAtItsFirstZeroByteAndAValueDoesNot() throws ProtocolError {
        Args args = args("61 61 62 00 63 64 00");

        assertThat(args.at(0).octets()).isEqualTo(Octets.of("ab"));
        assertThat(args.at(0).value()).isEqualTo(Value.of("ab\0cd"));
    }

    @Test
    void goesBackAndForth() throws ProtocolError {
        Args args = args("10 01 03 25 61 00 03 83 83 04 04 84 84 10 02");

        assertThat(args.integer(3)).isEqualTo(2);
        assertThat(args.integer(0)).isEqualTo(1);
        assertThat(args.at(1).value())
                .isEqualTo(new Value.Struct(List.of(new Value.Member("a", new Value.Struct(List.of())))));
        assertThat(args.value()).isEqualTo(new Value.Arr(List.of(new Value.Arr(List.of()))));
        assertFault(args, a -> a.text(4))
                .hasMessage("error at parameter 4: expected string type but end of packet encountered");
        assertFault(args, a -> a.text(7))
                .hasMessage("error at parameter 4: expected any type but end of packet encountered");
    }

    @Test
    void findsAnArgumentByItsIndexFromWhereverItIs() throws ProtocolError {
        Args args = args("21 61 00 03 25 62 00 10 01 83 10 02 10 03");
        Args converting = args.converting();

        assertFault(converting, Args::integer).hasMessageContaining("parameter 0");
        assertThat(args.integer(2)).isEqualTo(2);
        assertThat(args.text(0)).isEqualTo("a");
        assertFault(converting, Args::integer).hasMessageContaining("expected structure type");
        assertThat(args.integer(3)).isEqualTo(3);
        assertThat(args.text(0)).isEqualTo("a");
        assertFault(converting, Args::integer).hasMessageContaining("expected structure type");
        assertFault(converting, Args::integer).hasMessageContaining("expected structure member type");
        assertThat(args.integer(2)).isEqualTo(2);
        assertThat(args.integer(3)).isEqualTo(3);
    }

    @Test
    void aValueThatIsBrokenLeavesTheCursor() throws ProtocolError {
        Args args = args("03 25 61 00 08 83");

        assertFault(args, Args::value).hasMessage("error at parameter 0: expected <unknown/error> type but bad record");
        assertThat(args.hasNext()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "03 25 61 00 10 01"})
    void theEndOfTheBodyClosesStructs(String records) throws ProtocolError {
        assertThat(args(records).value()).isInstanceOf(Value.Struct.class);
    }

    @Test
    void aNameWithoutValueIsNoValue() throws ProtocolError {
        assertFault(args("03 25 61 00"), Args::value)
                .hasMessage("error at parameter 0: expected any type but end of packet encountered");
    }

    @Test
    void depthHasABound() throws ProtocolError {
        assertThat(args("04".repeat(64)).value()).isInstanceOf(Value.Arr.class);
        assertFault(args("04".repeat(65)), Args::value)
                .hasMessage("error at parameter 0: expected array type but bad record");
        assertFault(args("03".repeat(65)), a -> a.at(1)).hasMessageContaining("bad record");
    }

    @Test
    void faultsCarryNoStackTrace() throws ProtocolError {
        assertFault(args(""), Args::integer)
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);
    }

    private static Args args(String records) throws ProtocolError {
        return request(records, BinrpcRules.DEFAULTS).args();
    }

    private static Consumer<Args> reading(String type) {
        return switch (type) {
            case "integer" -> Args::integer;
            case "string" -> Args::octets;
            case "float" -> Args::real;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static AbstractThrowableAssert<?, Fault> assertFault(Args args, Consumer<Args> read) {
        return assertThatThrownBy(() -> read.accept(args))
                .asInstanceOf(InstanceOfAssertFactories.throwable(Fault.class))
                .matches(Fault::isAboutArgument)
                .matches(fault -> fault.code() == 400);
    }

    /// A slip of the command, not of its caller.
    @Test
    void nothingStandsBeforeTheFirst() throws ProtocolError {
        Args args = args("10 05");

        assertThatThrownBy(() -> args.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(args.integer(0)).isEqualTo(5);
    }
}
