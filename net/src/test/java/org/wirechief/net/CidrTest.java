package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.255, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 127.0.0.1, false",
        "127.0.0.0/8, ::ffff:127.0.0.1, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "128.0.0.0/1, 255.0.0.1, true",
        "128.0.0.0/1, 127.0.0.1, false",
    })
    void containsWhatSharesItsFirstBits(String range, String address, boolean inside) {
        assertThat(Cidr.parse(range).contains(InetAddress.ofLiteral(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1/8, has bits beyond its prefix",
        "10.0.0.0/33, is not between /0 and /32",
        "10.0.0.0/-1, is not between /0 and /32",
        "10.0.0.0/x, is not between /0 and /32",
        "localhost, is no IP address",
        "'', is no IP address",
        "2001:db8::/129, is not between /0 and /128",
    })
    void whatIsNoRangeIsRefused(String text, String problem) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 10.0.0.0/8", "192.0.2.7/32, 192.0.2.7", "::1, 0:0:0:0:0:0:0:1"})
    void isShownAsItIsWritten(String text, String shown) {
        assertThat(Cidr.parse(text)).hasToString(shown);
    }
}
