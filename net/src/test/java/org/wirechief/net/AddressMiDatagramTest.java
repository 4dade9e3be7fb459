package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The addresses of the parameter `socket_name` of `mi_datagram` (spec mi-text §4.1, vectors
/// startup24).
final class AddressMiDatagramTest {

    @ParameterizedTest
    @CsvSource({
        "udp:127.0.0.1:28080,      127.0.0.1, 28080",
        "udp:192.168.2.133:8080,   192.168.2.133, 8080",
        "udp:0.0.0.0:28080,        0.0.0.0,   28080",
        "udp:localhost:28080,      localhost, 28080",
        "udp:[::1]:28081,          ::1,       28081",
        "udp:::1:28081,            ::1,       28081",
        "udp:[::]:28081,           ::,        28081",
        "udp::::28081,             ::,        28081",
        "udp:fe80::1:5,            fe80::1,   5",
        "udp:127.0.0.1:65535,      127.0.0.1, 65535",
        "udp:127.0.0.1:1024,       127.0.0.1, 1024",
        "udp:127.0.0.1:1,          127.0.0.1, 1",
    })
    void hostAndPort(String text, String host, int port) {
        assertThat(Address.parse(text, AddressRules.MI_DATAGRAM))
                .isEqualTo(new Address(Transport.UDP, host, port, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/opensips.sock",
                "rel.sock",
                "/tmp/with:colon:8080",
                "UDP:127.0.0.1:28080",
                "tcp:127.0.0.1:28080",
                "unix:/tmp/a.sock",
                "udp"
            })
    void anythingElseIsAPath(String text) {
        assertThat(Address.parse(text, AddressRules.MI_DATAGRAM))
                .isEqualTo(new Address(Transport.UNIX_DATAGRAM, text, 0, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "udp:                      | a host and a port are missing after udp:, such as udp:127.0.0.1:8080",
                "udp:28080                 | a port is missing after the host, such as udp:127.0.0.1:8080",
                "udp:host                  | a port is missing after the host, such as udp:127.0.0.1:8080",
                "udp:[::1]                 | a port is missing after the host, such as udp:127.0.0.1:8080",
                "udp::28080                | a host is missing before the port, such as udp:127.0.0.1:8080",
                "udp:127.0.0.1:            | the port \"\" is not a number from 1 to 65535",
                "udp:127.0.0.1:sip         | the port \"sip\" is not a number from 1 to 65535",
                "udp:127.0.0.1:+80         | the port \"+80\" is not a number from 1 to 65535",
                "udp:127.0.0.1:0           | the port 0 is not between 1 and 65535",
                "udp:127.0.0.1:65536       | the port 65536 is not between 1 and 65535",
                "udp:127.0.0.1:4294967297  | the port 4294967297 is not between 1 and 65535",
                "udp:*:8080                | * is no host here; write 0.0.0.0 or [::]",
                "udp:[host]:8080           | [host] is not an IPv6 address",
                "udp:a:b:8080              | a:b is not an IPv6 address",
                "udp:/tmp/x:8080           | a host cannot contain a slash or a blank",
            })
    void mistakes(String text, String problem) {
        assertThatThrownBy(() -> Address.parse(text, AddressRules.MI_DATAGRAM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad address \"" + text + "\": " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp:127.0.0.1:28080 ", "udp:127.0.0.1: 28080", ""})
    void blanksAndNothing(String text) {
        assertThatThrownBy(() -> Address.parse(text, AddressRules.MI_DATAGRAM))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
