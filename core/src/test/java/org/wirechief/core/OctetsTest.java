package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OctetsTest {
    private static Octets bytes(int... values) {
        byte[] raw = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            raw[i] = (byte) values[i];
        }
        return Octets.copyOf(raw);
    }

    @Test
    void textIsItsUtf8Bytes() {
        assertThat(Octets.of("é1").toByteArray()).containsExactly(0xC3, 0xA9, 0x31);
        assertThat(bytes(0xC3, 0xA9, 0x31)).hasToString("é1");
    }

    @Test
    void bytesThatAreNoTextComeBackUnchanged() {
        Octets latin1 = bytes(0xFF, 0x00, 0xE9);

        assertThat(latin1.toByteArray()).containsExactly(0xFF, 0x00, 0xE9);
        assertThat(latin1.at(0)).isEqualTo(255);
        assertThat(latin1).hasToString("\uFFFD\0\uFFFD");
    }

    @Test
    void nobodyElseCanChangeThem() {
        byte[] given = {1, 2, 3};
        Octets octets = Octets.copyOf(given);
        given[0] = 9;
        octets.toByteArray()[1] = 9;

        assertThat(octets).isEqualTo(bytes(1, 2, 3));
    }

    @Test
    void aRangeIsCopiedFromItsFirstByteToBeforeItsLast() {
        byte[] given = {1, 2, 3, 4};

        assertThat(Octets.copyOf(given, 1, 3)).isEqualTo(bytes(2, 3));
        assertThat(Octets.copyOf(given, 2, 2).isEmpty()).isTrue();
    }

    @Test
    void aRangeOutsideIsRefused() {
        byte[] given = {1, 2, 3, 4};

        assertThatThrownBy(() -> Octets.copyOf(given, 3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Octets.copyOf(given, 3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Octets.copyOf(given, -1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copyToWritesAtThePosition() {
        byte[] target = {9, 9, 9, 9};

        bytes(1, 2).copyTo(target, 1);

        assertThat(target).containsExactly(9, 1, 2, 9);
    }

    @Test
    void aCProgramReadsUpToTheFirstZero() {
        assertThat(bytes('a', 'b', 0, 'c', 0).untilNul()).hasToString("ab");
        assertThat(bytes(0, 'c').untilNul().isEmpty()).isTrue();
        assertThat(Octets.of("abc").untilNul()).hasToString("abc");
    }

    @Test
    void orderIsThatOfUnsignedBytes() {
        assertThat(Stream.of(bytes(0x80), bytes('b'), bytes('a', 'a'), bytes('a'), bytes())
                        .sorted())
                .containsExactly(bytes(), bytes('a'), bytes('a', 'a'), bytes('b'), bytes(0x80));
    }

    @Test
    void equalBytesAreEqual() {
        assertThat(Octets.of("abc")).isEqualTo(bytes('a', 'b', 'c')).hasSameHashCodeAs(bytes('a', 'b', 'c'));
        assertThat(Octets.of("abc")).isNotEqualTo(Octets.of("abd"));
        assertThat(Octets.of("").length()).isZero();
        assertThat(Octets.of("abc").length()).isEqualTo(3);
    }

    @Test
    void severalAreJoined() {
        assertThat(Octets.join(Octets.of("a"), Octets.of(""), Octets.of("bc"))).isEqualTo(Octets.of("abc"));
        assertThat(Octets.join()).isEqualTo(Octets.of(""));
    }
}
