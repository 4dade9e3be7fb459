package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.wire.binrpc.Bytes.ascii;
import static org.wirechief.wire.binrpc.Bytes.digits;
import static org.wirechief.wire.binrpc.Bytes.hex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

class BinrpcFaultTest {
    private final ReplyBuffer out = new ReplyBuffer();

    @Test
    void isACodeAndAText() {
        BinrpcFault.unknown(out, 0x0BADCAFE, Octets.of("nope"));

        assertThat(hex(out))
                .isEqualTo(digits("a1 33 1c 0badcafe 20 01 f4 91 17") + ascii("command nope not found") + "00");
    }

    @Test
    void aNegativeCodeIsSentToo() {
        BinrpcFault.write(out, 0, -1, "");

        assertThat(hex(out)).isEqualTo(digits("a1 30 07 00 40 ff ff ff ff 11 00"));
    }

    @Test
    void textOf254BytesIsWhole() {
        BinrpcFault.write(out, 1, 500, "x".repeat(254));

        assertThat(hex(out)).isEqualTo(digits("a1 34 01 04 01 20 01 f4 91 ff") + "78".repeat(254) + "00");
    }

    @ParameterizedTest
    @CsvSource({"x, 254, 78", "é, 252, c3a9", "€, 251, e282ac", "\uD83D\uDE00, 251, f09f9880"})
    void longerTextIsCutBetweenCharacters(String character, int before, String encoded) {
        BinrpcFault.write(out, 1, 500, "x".repeat(before) + character.repeat(9));

        int kept = (254 - before) / (encoded.length() / 2);
        assertThat(text()).isEqualTo("78".repeat(before) + encoded.repeat(kept));
    }

    @ParameterizedTest
    @CsvSource({"253, c3a9", "252, e282ac", "253, e282ac", "251, f09f9880", "253, f09f9880"})
    void aCharacterThatDoesNotFitIsLeftOut(int before, String encoded) {
        String character = Bytes.utf8(encoded);

        BinrpcFault.write(out, 1, 500, "x".repeat(before) + character + "tail");

        assertThat(text()).isEqualTo("78".repeat(before));
    }

    @Test
    void bytesThatAreNoUtf8AreCutWhereTheyAre() {
        BinrpcFault.write(out, 1, 500, Octets.copyOf(Bytes.hex("80".repeat(300))));

        assertThat(text()).isEqualTo("80".repeat(254));
    }

    /// The text's bytes; the record has a length byte, as all of these have over 6 bytes.
    private String text() {
        String packet = hex(out);
        return packet.substring(packet.indexOf("2001f491") + 10, packet.length() - 2);
    }
}
