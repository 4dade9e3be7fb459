package org.wirechief.endpoint.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

class EventSocketTest {
    @ParameterizedTest
    @CsvSource({
        "udp:127.0.0.1:8081, udp:127.0.0.1:8081",
        "udp:[::1]:8081, udp:[0:0:0:0:0:0:0:1]:8081",
        "udp:localhost:8081, udp:127.0.0.1:8081",
        "unix:/tmp/opensips_event.sock, unixd:/tmp/opensips_event.sock",
        "unix:run/event.sock, unixd:run/event.sock",
        "unix:@events, unixd:@events",
        "unix:./@events, unixd:./@events",
        "/tmp/opensips_event.sock, unixd:/tmp/opensips_event.sock",
        "./event.sock, unixd:./event.sock",
        ".event.sock, unixd:.event.sock",
        "json+udp:127.0.0.1:8081, udp:127.0.0.1:8081",
        "text+/run/x, unixd:/run/x"
    })
    void namesSomebody(String socket, String peer) {
        assertThat(EventSocket.parse(Octets.of(socket)).peer()).hasToString(peer);
    }

    @Test
    void mayAskForADialect() {
        assertThat(EventSocket.parse(Octets.of("udp:127.0.0.1:1")).format()).isNull();
        assertThat(EventSocket.parse(Octets.of("json+udp:127.0.0.1:1")).format())
                .isEqualTo(EventFormat.JSON);
        assertThat(EventSocket.parse(Octets.of("text+unix:/x")).format()).isEqualTo(EventFormat.TEXT);
    }

    @Test
    void pathsAreBytes() {
        Octets socket = Octets.copyOf(new byte[] {'/', (byte) 0xE9, '+'});

        assertThat(EventSocket.parse(socket).peer().rawAddress()).containsExactly('/', 0xE9, '+');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "foo", "foo:127.0.0.1:1", "UDP:127.0.0.1:1", "tcp:127.0.0.1:1", "json+tcp:x:1", "xml+udp:x:1"
            })
    void whatIsNoSocketOfTheseKindsIsLeftToOthers(String socket) {
        assertThat(EventSocket.parse(Octets.of(socket))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "udp:127.0.0.1",
                "udp:127.0.0.1:",
                "udp::29000",
                "udp:127.0.0.1:0",
                "udp:127.0.0.1:12x",
                "udp:127.0.0.1:65536",
                "udp:127.0.0.1:290000",
                "udp:[::1:29000",
                "unix:",
                "unix:@"
            })
    void whatIsWrongIsToldWithTheSocket(String socket) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> EventSocket.parse(Octets.of(socket)))
                .matches(fault -> fault.code() == 400)
                .withMessageContaining(socket);
    }

    @Test
    void aPathThatNoSocketCanHaveIsRefused() {
        assertThat(EventSocket.parse(Octets.of("/" + "x".repeat(107)))).isNotNull();
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> EventSocket.parse(Octets.of("/" + "x".repeat(108))))
                .withMessageContaining("1 to 108 bytes");
    }

    @Test
    void aHostWithoutAddressIsFoundOutWhenItIsLookedUp() {
        EventSocket socket = EventSocket.parse(Octets.of("udp:no-such-host.invalid:1"));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(socket::peer)
                .withMessageContaining("no-such-host.invalid has no address");
    }
}
