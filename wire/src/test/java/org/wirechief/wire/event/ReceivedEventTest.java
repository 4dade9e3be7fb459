package org.wirechief.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.wire.event.Wire.named;
import static org.wirechief.wire.event.Wire.unnamed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;

class ReceivedEventTest {
    private static void assertRead(String datagram, EventParameter... parameters) throws ProtocolError {
        assertThat(Wire.read(datagram).event()).isEqualTo(Wire.event(parameters));
    }

    private static void assertDoubt(String datagram, Doubt... doubts) throws ProtocolError {
        assertThat(Wire.read(datagram).doubts()).containsExactlyInAnyOrder(doubts);
    }

    @Test
    void aNameEndsAtTheFirstSeparator() throws ProtocolError {
        assertRead("E_PROBE\nip::fe80::1\n\n", named("ip", "fe80::1"));
        assertDoubt("E_PROBE\nip::fe80::1\n\n");
    }

    @Test
    void whatIsNoNameBelongsToTheValue() throws ProtocolError {
        assertRead("E_PROBE\n::1\n\n", unnamed("::1"));
        assertRead("E_PROBE\nsee, a::b\n\n", unnamed("see, a::b"));
        assertDoubt("E_PROBE\n::1\n\n", Doubt.NAME_OR_VALUE);
    }

    @Test
    void emptyValuesAreValues() throws ProtocolError {
        assertRead("E_PROBE\n\n\n", unnamed(""));
        assertRead("E_PROBE\na::\n\n", named("a", ""));
        assertRead("E_PROBE\n\n");
    }

    @Test
    void quotesStandForThemselvesWithoutALineFeed() throws ProtocolError {
        assertRead("E_PROBE\na::\"x\"\nb::\"\n\n", named("a", "\"x\""), named("b", "\""));
        assertDoubt("E_PROBE\na::\"x\"\nb::\"\n\n");
    }

    @Test
    void twoReadingsAreTold() throws ProtocolError {
        assertRead("E_PROBE\na::\"x\nb::y\"\n\n", named("a", "x\nb::y"));
        assertDoubt("E_PROBE\na::\"x\nb::y\"\n\n", Doubt.QUOTED_OR_RAW);
        assertRead("E_PROBE\na::\"x\n\\\"\nb::y\"\n\n", named("a", "x\n\"\nb::y"));
        assertDoubt("E_PROBE\na::\"x\n\\\"\nb::y\"\n\n", Doubt.END_OF_QUOTED);
    }

    @Test
    void aBackslashBeforeTheOnlyEndIsPartOfTheValue() throws ProtocolError {
        assertRead("E_PROBE\na::\"x\n\\\"\n\n", named("a", "x\n\\"));
        assertRead("E_PROBE\na::\"x\n\\\"\nb::\"y\nz\"\n\n", named("a", "x\n\\"), named("b", "y\nz"));
        assertDoubt("E_PROBE\na::\"x\n\\\"\nb::\"y\nz\"\n\n");
    }

    @Test
    void aMissingEndIsTold() throws ProtocolError {
        assertRead("E_PROBE\na::b\n", named("a", "b"));
        assertDoubt("E_PROBE\na::b\n", Doubt.CUT_SHORT);
        assertRead("E_PROBE\na::b", named("a", "b"));
        assertDoubt("E_PROBE\n", Doubt.CUT_SHORT);
    }

    @Test
    void jsonMayBeLaidOutAndHaveMore() throws ProtocolError {
        String datagram = " {\n\t\"ID\": 7, \"Params\": [1, null],\r\n \"method\" :\"E_PROBE\"} \n";

        assertRead(datagram, EventParameter.unnamed(Value.of(1)), EventParameter.unnamed(new Value.Nil()));
        assertRead("{\"method\":\"E_PROBE\",\"params\":null}");
        assertRead("{\"method\":\"E_PROBE\",\"params\":true}", EventParameter.unnamed(Value.of(true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                       | the line with its name does not end
                    E_PROBE                  | the line with its name does not end
                    '\n\n'                   | the line with its name is empty
                    '200 "OK"\n\n'           | no quotes, commas and control characters
                    '{"result":"OK","id":1}' | the JSON has no method
                    '{"method":7}'           | the JSON has no method
                    '{"method":"E_PROBE"'    | the text ends where
                    """)
    void whatIsNoEventIsRefused(String datagram, String why) {
        assertThatThrownBy(() -> Wire.read(datagram))
                .isInstanceOf(ProtocolError.class)
                .hasMessageStartingWith("no event: ")
                .hasMessageContaining(why);
    }
}
