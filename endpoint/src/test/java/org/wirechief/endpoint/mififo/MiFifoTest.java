package org.wirechief.endpoint.mififo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.net.Address;
import org.wirechief.net.FifoLimits;
import org.wirechief.net.ReplyPath;

final class MiFifoTest {
    @Test
    void defaultsAreTheOriginals() {
        MiFifoParameters initial = MiFifo.MODULE.initial().parameters();

        assertThat(initial.fifo().name()).isEqualTo("/tmp/opensips_fifo");
        assertThat(initial.file()).isEqualTo(new DoorFile(0660, null, null));
        assertThat(initial.replyDir()).isEqualTo("/tmp/");
        assertThat(initial.pretty()).isFalse();
        assertThat(initial.limits()).isEqualTo(FifoLimits.DEFAULT);
    }

    /// A request waits for at least 2 s for its reader.
    @Test
    void limitsAreTheDocumentedOnes() {
        FifoLimits limits = MiFifo.MODULE.initial().parameters().limits();

        assertThat(limits.maxRequest()).isEqualTo(65535);
        assertThat(limits.requestTimeout()).hasSeconds(5);
        assertThat(limits.openTimeout()).hasSeconds(3);
        assertThat(limits.replyTimeout()).hasSeconds(10);
        assertThat(limits.checkEvery()).hasSeconds(30);
    }

    @Test
    void eachParameterIsKept() {
        MiFifoParameters set = MiFifo.at("/run/x/fifo")
                .mode(0622)
                .user("nobody")
                .group("daemon")
                .replyDir("/run/x")
                .prettyPrinting(true)
                .access(Access.READ)
                .maxRequest(8192)
                .requestTimeout(Duration.ofMillis(1))
                .openTimeout(Duration.ofMillis(2))
                .replyTimeout(Duration.ofMillis(3))
                .parameters();

        assertThat(set.fifo().name()).isEqualTo("/run/x/fifo");
        assertThat(set.file()).isEqualTo(new DoorFile(0622, "nobody", "daemon"));
        assertThat(set.replyDir()).isEqualTo("/run/x/");
        assertThat(set.rules().pretty()).isTrue();
        assertThat(set.access()).isEqualTo(Access.READ);
        assertThat(set.limits())
                .isEqualTo(FifoLimits.DEFAULT
                        .withMaxRequest(8192)
                        .withTimeouts(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3)));
    }

    @Test
    void whatCannotBeIsRefused() {
        MiFifo mi = MiFifo.MODULE.initial();

        refused(() -> mi.fifoName(""), "mi_fifo.fifo_name");
        refused(() -> mi.mode(01000), "mi_fifo.fifo_mode");
        refused(() -> mi.user(""), "mi_fifo.fifo_user");
        refused(() -> mi.group(" "), "mi_fifo.fifo_group");
        refused(() -> mi.replyDir(""), "mi_fifo.reply_dir");
        refused(() -> mi.names("5"), "mi_fifo.names");
        refused(() -> mi.maxRequest(4095), "mi_fifo.max_request");
        refused(() -> mi.maxRequest(Integer.MAX_VALUE), "mi_fifo.max_request");
        refused(() -> mi.openTimeout(Duration.ZERO), "mi_fifo.open_timeout");
        refused(() -> mi.replyTimeout(Duration.ofDays(2)), "mi_fifo.reply_timeout");
    }

    private static void refused(Runnable set, String parameter) {
        assertThatThrownBy(set::run).isInstanceOf(ConfigError.class).hasMessageContaining(parameter);
    }

    private static boolean isAllowed(String name, String directory) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        return ReplyName.isAllowed(bytes, ReplyPath.of(directory, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "r 1", "r\n1", "r\u00fc", "a{b\""})
    void namesThatMayBe(String name) {
        assertThat(isAllowed(name, "/tmp/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a.b", "..", "a/b", "a\\b", "a\0b"})
    void namesThatLeadAway(String name) {
        assertThat(isAllowed(name, "/tmp/")).isFalse();
        assertThat(ReplyName.warning(Address.fifo("/f"), ReplyPath.of("/tmp/", name.getBytes(ISO_8859_1))))
                .startsWith("fifo:/f: ")
                .contains("may not be called /tmp/", "no dot, slash, backslash or zero byte");
    }

    @Test
    void directoryAndNameHaveRoomFor127Bytes() {
        assertThat(isAllowed("\0".repeat(122), "/tmp/")).isFalse();
        assertThat(isAllowed("n".repeat(122), "/tmp/")).isTrue();
        assertThat(isAllowed("n".repeat(123), "/tmp/")).isFalse();
        assertThat(ReplyName.warning(
                        Address.fifo("/f"),
                        ReplyPath.of("/tmp/", "n".repeat(123).getBytes(ISO_8859_1))))
                .contains("has 128 bytes; it may have 127");
    }

    /// In whatever encoding: the bytes are those the system is asked for.
    @Test
    void aDirectoryHasTheBytesThatItsPathHas() {
        String directory = "/tmp/\u00fc/";
        int rest = 127 - ReplyPath.of(directory, new byte[0]).length();

        assertThat(isAllowed("n".repeat(rest), directory)).isTrue();
        assertThat(isAllowed("n".repeat(rest + 1), directory)).isFalse();
    }

    @Test
    void aTimeForEverIsRefusedLikeAnyThatIsTooLong() {
        MiFifo door = MiFifo.at("/f");
        Duration forEver = ChronoUnit.FOREVER.getDuration();

        for (ThrowingCallable told : List.<ThrowingCallable>of(
                () -> door.requestTimeout(forEver),
                () -> door.openTimeout(forEver),
                () -> door.replyTimeout(forEver))) {
            assertThatThrownBy(told)
                    .isInstanceOf(ConfigError.class)
                    .hasMessageContaining("_timeout = " + Long.MAX_VALUE + ": allowed are");
        }
    }
}
