package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnixNameTest {

    @Test
    void aPathIsWrittenWithItsNul() {
        var memory = sockaddr();

        int length = UnixName.path("/a".getBytes(UTF_8)).write(memory, 0);

        assertThat(length).isEqualTo(5);
        assertThat(memory.asSlice(0, 6).toArray(JAVA_BYTE)).containsExactly(1, 0, '/', 'a', 0, 0);
    }

    @Test
    void theLongestPathHasNoRoomForOne() {
        var longest = UnixName.path("x".repeat(108).getBytes(UTF_8));
        var memory = sockaddr();

        assertThat(longest.write(memory, 0)).isEqualTo(110);
        memory.set(JAVA_BYTE, 110, (byte) 0);
        assertThat(UnixName.read(memory, 111)).isEqualTo(longest);
    }

    @Test
    void anAbstractNameBeginsWithANulAndHasNoneBehindIt() {
        var memory = sockaddr();

        int length = UnixName.abstractName("a".getBytes(UTF_8)).write(memory, 0);

        assertThat(length).isEqualTo(4);
        assertThat(memory.asSlice(0, 4).toArray(JAVA_BYTE)).containsExactly(1, 0, 0, 'a');
        assertThat(UnixName.read(memory, length).toString()).isEqualTo("@a");
        assertThatThrownBy(() -> UnixName.abstractName(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnixName.abstractName(new byte[108])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsBehindThePathDoesNotCount() {
        var memory = sockaddr();
        UnixName.path("/a".getBytes(UTF_8)).write(memory, 0);

        assertThat(UnixName.read(memory, 5))
                .isEqualTo(UnixName.read(memory, 4))
                .isEqualTo(UnixName.read(memory, 12))
                .isEqualTo(UnixName.path("/a".getBytes(UTF_8)));
    }

    @Test
    void everyByteOfAnAbstractNameCounts() {
        var one = UnixName.of(memory(0, 'a'));
        var other = UnixName.of(memory(0, 'a', 0));

        assertThat(one).isNotEqualTo(other);
        assertThat(other.bytes()).containsExactly(0, 'a', 0);
        assertThat(other.write(sockaddr(), 0)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void noNameAtAll(int length) {
        var none = UnixName.read(sockaddr(), length);

        assertThat(none).isEqualTo(UnixName.NONE);
        assertThat(none.isNamed()).isFalse();
        assertThat(none.toString()).isEmpty();
        assertThat(none.write(sockaddr(), 0)).isEqualTo(2);
    }

    @Test
    void whatCannotBeAPath() {
        assertThatThrownBy(() -> UnixName.path(new byte[0])).hasMessageContaining("and this has 0");
        assertThatThrownBy(() -> UnixName.path(new byte[109])).hasMessageContaining("and this has 109");
        assertThatThrownBy(() -> UnixName.path(new byte[] {'a', 0})).hasMessageContaining("NUL");
    }

    @Test
    void printedAsItIs() {
        assertThat(UnixName.path("/tmp/K\u00fche \u65e5.\ud83d\ude00".getBytes(UTF_8)))
                .hasToString("/tmp/K\u00fche \u65e5.\ud83d\ude00");
        assertThat(UnixName.of(memory(0, 'a', 0, 'b'))).hasToString("@a\\x00b");
    }

    @Test
    void whatCouldFoolAReaderIsEscaped() {
        assertThat(UnixName.path("/a\nb\u001b[2J\\x".getBytes(UTF_8))).hasToString("/a\\x0ab\\x1b[2J\\x5cx");
        assertThat(UnixName.path("/\u202egnp.exe".getBytes(UTF_8))).hasToString("/\\xe2\\x80\\xaegnp.exe");
        assertThat(UnixName.path("/caf\u00e9".getBytes(ISO_8859_1))).hasToString("/caf\\xe9");
        // cut in the middle of a character, an overlong form, a surrogate
        assertThat(UnixName.of(memory('/', 0xe2, 0x82))).hasToString("/\\xe2\\x82");
        assertThat(UnixName.of(memory('/', 0xc0, 0xaf))).hasToString("/\\xc0\\xaf");
        assertThat(UnixName.of(memory('/', 0xed, 0xa0, 0x80))).hasToString("/\\xed\\xa0\\x80");
        assertThat(UnixName.of(memory('/', 0xff, 0xf8, 'z'))).hasToString("/\\xff\\xf8z");
    }

    private static MemorySegment sockaddr() {
        return Arena.ofAuto().allocate(DatagramName.SOCKADDR_SIZE, 8);
    }

    private static MemorySegment memory(int... bytes) {
        var memory = Arena.ofAuto().allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            memory.set(JAVA_BYTE, i, (byte) bytes[i]);
        }
        return memory;
    }
}
