package org.wirechief.net.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KernelTest {

    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64"})
    void whereTheNumbersHold(String system, String architecture) {
        assertThatCode(() -> Kernel.requireKnown(system, architecture)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Linux, mips64el", "Linux, sparcv9", "Linux, arm", "Mac OS X, aarch64", "Windows 11, amd64"})
    void whereTheyDoNot(String system, String architecture) {
        assertThatThrownBy(() -> Kernel.requireKnown(system, architecture))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("datagram sockets and FIFOs need Linux on x86-64 or aarch64, and this is " + system + " on "
                        + architecture + "; use unixs or tcp");
    }

    @ParameterizedTest
    @CsvSource({"amd64, 0x20000", "aarch64, 0x8000"})
    void notFollowingLinksDiffers(String architecture, int flag) {
        assertThat(Kernel.noFollow(architecture)).isEqualTo(flag);
    }

    /// `struct mmsghdr`, `iovec` and a control message with `struct ucred`, 64 bits.
    @Test
    void structures() {
        assertThat(MessageLayout.HEADER_SIZE).isEqualTo(64);
        assertThat(MessageLayout.PIECES).isEqualTo(16);
        assertThat(MessageLayout.CONTROL).isEqualTo(32);
        assertThat(MessageLayout.FLAGS).isEqualTo(48);
        assertThat(MessageLayout.LENGTH).isEqualTo(56);
        assertThat(MessageLayout.PIECE_SIZE).isEqualTo(16);
        assertThat(MessageLayout.CREDENTIALS_SIZE).isEqualTo(32);
    }

    @Test
    void errorsInWords() {
        assertThat(Errno.describe(-13)).isEqualTo("permission denied (EACCES)");
        assertThat(Errno.describe(-4095)).isEqualTo("error number 4095");
        assertThat(Errno.EAGAIN.is(-11)).isTrue();
        assertThat(Errno.EAGAIN.is(11)).isFalse();
    }
}
