package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The addresses of the `binrpc` parameter, row by row (spec ctl §11.1).
final class AddressCtlTest {

    @ParameterizedTest
    @CsvSource({
        "unix:/tmp/a,          UNIX_STREAM,   /tmp/a,     0",
        "unixs:/tmp/a,         UNIX_STREAM,   /tmp/a,     0",
        "/tmp/a,               UNIX_STREAM,   /tmp/a,     0",
        "./rel,                UNIX_STREAM,   ./rel,      0",
        "unixd:/tmp/a,         UNIX_DATAGRAM, /tmp/a,     0",
        "unixs:rel.sock,       UNIX_STREAM,   rel.sock,   0",
        "unixs:/tmp/a:77,      UNIX_STREAM,   /tmp/a,     77",
        "unixs:/tmp/a:,        UNIX_STREAM,   /tmp/a,     0",
        "UNIXS:/tmp/A,         UNIX_STREAM,   /tmp/A,     0",
        "localhost:3000,       UDP,           localhost,  3000",
        "udp:localhost:3000,   UDP,           localhost,  3000",
        "UDP:localhost:3000,   UDP,           localhost,  3000",
        "127.0.0.1,            UDP,           127.0.0.1,  2049",
        "localhost,            UDP,           localhost,  2049",
        "23014,                UDP,           *,          23014",
        "udp:*:23014,          UDP,           *,          23014",
        "*:23014,              UDP,           *,          23014",
        ":23014,               UDP,           *,          23014",
        "*,                    UDP,           *,          2049",
        "udp:,                 UDP,           *,          2049",
        "tcp:3012,             TCP,           *,          3012",
        "tcp::3012,            TCP,           *,          3012",
        "tcp:*:3012,           TCP,           *,          3012",
        "tcp:,                 TCP,           *,          2049",
        "tcp:*,                TCP,           *,          2049",
        "tcp:127.0.0.1,        TCP,           127.0.0.1,  2049",
        "udp:1.2.3.4:,         UDP,           1.2.3.4,    2049",
        "udp:1.2.3.4:0,        UDP,           1.2.3.4,    2049",
        "tcp:127.0.0.1:65535,  TCP,           127.0.0.1,  65535",
    })
    void reads(String text, Transport transport, String name, int port) {
        assertThat(Address.parse(text, AddressRules.CTL_BINRPC)).isEqualTo(new Address(transport, name, port, text));
    }

    @Test
    void readsServiceName() {
        assumeThat(Services.FILE).as("this machine has no list of services").exists();

        assertThat(Address.parse("tcp:127.0.0.1:sip", AddressRules.CTL_BINRPC).port())
                .isEqualTo(5060);
    }

    @ParameterizedTest
    @CsvSource({
        "udp:[::1]:2049,  UDP, ::1,     2049, udp:[::1]:2049",
        "tcp:[::1],       TCP, ::1,     2049, tcp:[::1]:2049",
        "[::1]:2050,      UDP, ::1,     2050, udp:[::1]:2050",
        "tcp:[::]:2050,   TCP, ::,      2050, tcp:[::]:2050",
        "tcp:[fe80::1]:7, TCP, fe80::1, 7,    tcp:[fe80::1]:7",
    })
    void acceptsIpv6InBracketsAsAnAddition(String text, Transport transport, String name, int port, String shown) {
        var address = Address.parse(text, AddressRules.CTL_BINRPC);

        assertThat(address).isEqualTo(new Address(transport, name, port, text)).hasToString(shown);
        assertThat(address.isIpv6()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp:::1:2049,          one colon too many",
        "udp:h:abc,             neither a number nor a service",
        "/tmp/a:b,              a host cannot contain a slash",
        "/tmp/a:77,             a host cannot contain a slash",
        "tcp:h:70000,           port 70000 is not between 0 and 65535",
        "tcp:70000,             port 70000 is not between 0 and 65535",
        "unixs:/tmp/a:65536,    port 65536 is not between 0 and 65535",
        "udp:h:99999999999999,  port 99999999999999 is not between",
        "unixs:,                a path is missing after unixs:",
        "unixs::77,             a path is missing",
        "fifo:/tmp/f,           fifo is no scheme here",
        "foo:/x,                foo is no scheme here",
        "htp:host:1,            htp is no scheme here",
        "htp:1.2.3.4:1,         htp is no scheme here",
        "htp:[::1]:1,           htp is no scheme here",
        "unix-s:ctl,            unix-s is no scheme here",
        "local.net:ctl,         port ctl is neither a number nor a service",
        "localhost:1:2,         one colon too many",
        "fe80::1,               one colon too many",
        "abcd:ef::1,            one colon too many",
        "a:b:c:d:e:f:0:1,       one colon too many",
        "udp:[::1,              ] and at most :port",
        "udp:[::1]2049,         ] and at most :port",
        "udp:[localhost]:1,     [localhost] is not an IPv6 address",
        "udp:[::zz]:1,          [::zz] is not an IPv6 address",
        "unixs:[::1]:1,         brackets are for IPv6 addresses",
        "tcp:h: 80,             neither a number nor a service",
        "tcp:h:-1,              neither a number nor a service",
    })
    void refuses(String text, String why) {
        assertThatThrownBy(() -> Address.parse(text, AddressRules.CTL_BINRPC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bad address \"" + text + "\": ")
                .hasMessageContaining(why)
                .hasMessageEndingWith(
                        "; allowed are unixs:path, unix:path, unixd:path, tcp:host:port," + " udp:host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unixs:/a\0b", "tcp:h\0:1"})
    void refusesEmptyTextAndNul(String text) {
        assertThatThrownBy(() -> Address.parse(text, AddressRules.CTL_BINRPC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bad address");
    }
}
