package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The addresses of `kamcmd -s`, row by row (spec ctl §14.1).
final class AddressClientTest {

    @ParameterizedTest
    @CsvSource({
        "unixs:/run/k/ctl,  UNIX_STREAM,   /run/k/ctl, 0",
        "/run/k/ctl,        UNIX_STREAM,   /run/k/ctl, 0",
        "unixd:/run/k/ctl,  UNIX_DATAGRAM, /run/k/ctl, 0",
        "127.0.0.1:22049,   UDP,           127.0.0.1,  22049",
        "localhost,         UNIX_STREAM,   localhost,  0",
        "22049,             UNIX_STREAM,   22049,      0",
        "tcp:127.0.0.1,     TCP,           127.0.0.1,  2049",
        "udp:localhost:,    UDP,           localhost,  2049",
        "tcp:[::1]:2050,    TCP,           ::1,        2050",
    })
    void reads(String text, Transport transport, String name, int port) {
        assertThat(Address.parse(text, AddressRules.CTL_CLIENT)).isEqualTo(new Address(transport, name, port, text));
    }

    @ParameterizedTest
    @CsvSource({"tcp:22049", "tcp:*:22049", "udp:", "tcp::1"})
    void refusesToDialEveryAddress(String text) {
        assertThatThrownBy(() -> Address.parse(text, AddressRules.CTL_CLIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a host is missing; * is no address to connect to");
    }

    @Test
    void refusesToDialFifo() {
        assertThatThrownBy(() -> Address.parse("fifo:/tmp/f", AddressRules.CTL_CLIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad address \"fifo:/tmp/f\": fifo is no scheme here;"
                        + " allowed are unixs:path, unix:path, unixd:path, tcp:host:port, udp:host:port");
    }
}
