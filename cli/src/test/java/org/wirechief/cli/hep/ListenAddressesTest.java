package org.wirechief.cli.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.cli.command.UsageError;
import org.wirechief.net.Address;

class ListenAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "udp:127.0.0.1:7, udp:127.0.0.1:7",
        "tcp:*:7, tcp:*:7",
        "TCP:[::1], tcp:[::1]:9060",
        "10.0.0.1:7, udp:10.0.0.1:7 tcp:10.0.0.1:7",
        "10.0.0.1, udp:10.0.0.1:9060 tcp:10.0.0.1:9060",
        "7, udp:*:7 tcp:*:7",
        "udp:, udp:*:9060",
        "tls:[::1]:7, tcp:[::1]:7",
        "TLS:, tcp:*:9060",
    })
    void parse(String word, String addresses) throws UsageError {
        assertThat(ListenAddresses.parse(List.of(word)).stream().map(Address::toString))
                .containsExactly(addresses.split(" "));
    }

    @Test
    void nothingIsBothAtEveryAddress() throws UsageError {
        assertThat(ListenAddresses.parse(List.of()).stream().map(Address::toString))
                .containsExactly("udp:*:9060", "tcp:*:9060");
    }

    @Test
    void whatIsTls() throws UsageError {
        assertThat(ListenAddresses.parse(List.of("tls:7", "TLS:", "tcp:7", "7")).stream()
                        .map(ListenAddresses::isTls))
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void whatIsNoAddressIsTold() {
        assertThatThrownBy(() -> ListenAddresses.parse(List.of("unixs:/run/hep")))
                .isInstanceOf(UsageError.class)
                .hasMessageStartingWith("bad address \"unixs:/run/hep\": ")
                .hasMessageEndingWith("allowed are udp:host:port, tcp:host:port, tls:host:port");
    }
}
