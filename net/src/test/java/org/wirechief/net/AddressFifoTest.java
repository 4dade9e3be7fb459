package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The `ctl` parameter `fifo` (spec ctl §11.2).
final class AddressFifoTest {

    @ParameterizedTest
    @CsvSource({
        "fifo:/tmp/f,        FIFO,          /tmp/f,     0",
        "FIFO:/tmp/f,        FIFO,          /tmp/f,     0",
        "/tmp/f,             FIFO,          /tmp/f,     0",
        "bare,               FIFO,          bare,       0",
        "23052,              FIFO,          23052,      0",
        "localhost:2050,     UDP,           localhost,  2050",
        "udp:*:2050,         UDP,           *,          2050",
        "udp:2050,           UDP,           *,          2050",
        "tcp:localhost:2050, TCP,           localhost,  2050",
        "tcp:2050,           TCP,           *,          2050",
        "tcp:[::1]:2050,     TCP,           ::1,        2050",
        "unixd:/tmp/d,       UNIX_DATAGRAM, /tmp/d,     0",
        "unixs:/tmp/s,       UNIX_STREAM,   /tmp/s,     0",
        "unix:/tmp/s,        UNIX_STREAM,   /tmp/s,     0",
    })
    void forms(String text, Transport transport, String name, int port) {
        Address address = Address.parse(text, AddressRules.CTL_FIFO);

        assertThat(address).isEqualTo(new Address(transport, name, port, text));
    }

    /// Each of them is an address of [#forms].
    @Test
    void allowsAFifoAndWhatBinrpcAllows() {
        assertThatThrownBy(() -> Address.parse("fifo:", AddressRules.CTL_FIFO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad address \"fifo:\": a path is missing after fifo:; allowed are unixs:path, unix:path,"
                        + " unixd:path, tcp:host:port, udp:host:port, fifo:path");
    }

    @Test
    void nothingIsAnError() {
        assertThatThrownBy(() -> Address.parse("", AddressRules.CTL_FIFO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the text is empty");
    }
}
