package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IpNameTest {
    private static final byte[] LINK_LOCAL = HexFormat.of().parseHex("fe800000000000000000000000000001");

    /// `struct sockaddr_in` and `sockaddr_in6` of a little-endian machine.
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 5060, 020013c47f0000010000000000000000",
        "192.0.2.255, 65535, 0200ffffc00002ff0000000000000000",
        "::1, 1, 0a000001000000000000000000000000000000000000000100000000",
        "2001:db8::2, 32768, 0a0080000000000020010db800000000000000000000000200000000",
    })
    void asTheKernelWritesIt(String host, int port, String bytes) {
        var name = IpName.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));

        assertThat(written(name)).isEqualTo(bytes);
        assertThat(read(bytes)).isEqualTo(name).hasSameHashCodeAs(name);
        assertThat(((IpName) read(bytes)).socket()).isEqualTo(name.socket());
        assertThat(name.isNamed()).isTrue();
    }

    @Test
    void linkLocalAddressesAreOfOneLink() throws Exception {
        var one = new InetSocketAddress(Inet6Address.getByAddress(null, LINK_LOCAL, 3), 7);
        var other = new InetSocketAddress(Inet6Address.getByAddress(null, LINK_LOCAL, 4), 7);
        String bytes = "0a00000700000000fe80000000000000000000000000000103000000";

        assertThat(written(IpName.of(one))).isEqualTo(bytes);
        assertThat(read(bytes)).isEqualTo(IpName.of(one)).isNotEqualTo(IpName.of(other));
        assertThat(((Inet6Address) ((IpName) read(bytes)).socket().getAddress()).getScopeId())
                .isEqualTo(3);
    }

    @Test
    void mappedAddressesAreOfIpv4() {
        var name = read("0a0013c400000000" + "00000000000000000000ffff7f000001" + "00000000");

        assertThat(name).isEqualTo(IpName.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 5060)));
        assertThat(written(name)).isEqualTo("020013c47f0000010000000000000000");
    }

    @Test
    void portZeroIsNobody() {
        assertThat(IpName.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))
                        .isNamed())
                .isFalse();
    }

    @Test
    void hostsThatWereNotLookedUpAreRefused() {
        var unresolved = InetSocketAddress.createUnresolved("sip.example", 5060);

        assertThatThrownBy(() -> IpName.of(unresolved))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sip.example has not been looked up");
    }

    @Test
    void whatIsTooShortIsNoAddress() {
        assertThat(read("020013c47f00000100000000000000").isNamed()).isTrue();
        assertThat(read("020013c47f00000100000000000000")).isInstanceOf(UnixName.class);
        assertThat(read("")).isEqualTo(UnixName.NONE);
    }

    private static String written(DatagramName name) {
        MemorySegment sockaddr = sockaddr();
        int length = name.write(sockaddr, 0);
        return HexFormat.of().formatHex(sockaddr.asSlice(0, length).toArray(JAVA_BYTE));
    }

    private static DatagramName read(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        MemorySegment sockaddr = sockaddr();
        MemorySegment.copy(bytes, 0, sockaddr, JAVA_BYTE, 0, bytes.length);
        return DatagramName.read(sockaddr, bytes.length);
    }

    private static MemorySegment sockaddr() {
        return Arena.ofAuto().allocate(DatagramName.SOCKADDR_SIZE, 8);
    }
}
