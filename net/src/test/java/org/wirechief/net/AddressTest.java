package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "/run/x,            unixs:/run/x",
        "unixs:/tmp/a:77,   unixs:/tmp/a:77",
        "unixd:/tmp/a,      unixd:/tmp/a",
        "tcp:3012,          tcp:*:3012",
        "localhost,         udp:localhost:2049",
    })
    void showsItselfInFull(String text, String shown) {
        assertThat(Address.parse(text, AddressRules.CTL_BINRPC)).hasToString(shown);
    }

    @Test
    void aFifoShowsItselfInFull() {
        assertThat(Address.parse("/tmp/a", AddressRules.CTL_FIFO)).hasToString("fifo:/tmp/a");
    }

    @Test
    void programsNeedNoGrammar() {
        assertThat(Address.tcp("::1", 2049)).hasToString("tcp:[::1]:2049");
        assertThat(Address.tcp("127.0.0.1", 0).configured()).isEqualTo("tcp:127.0.0.1:0");
        assertThat(Address.unixStream("/run/x").configured()).isEqualTo("unixs:/run/x");
    }

    @Test
    void refusesWhatNoSocketCanHave() {
        assertThatThrownBy(() -> Address.tcp("h", 65536)).hasMessage("port 65536 is not between 0 and 65535");
        assertThatThrownBy(() -> Address.tcp("h", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Address.unixStream("")).hasMessage("a path is missing");
    }

    @Test
    void knowsLabelsOfListings() {
        assertThat(Transport.values())
                .extracting(Transport::label)
                .containsExactly("unix_stream", "unix_dgram", "tcp", "udp", "fifo");
    }
}
