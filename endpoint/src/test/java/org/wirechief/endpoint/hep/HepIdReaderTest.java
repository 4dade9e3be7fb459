package org.wirechief.endpoint.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.ConfigError;

class HepIdReaderTest {
    private static HepId read(String text) {
        return HepIdReader.read("proto_hep.hep_id", text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [hep_dest]10.0.0.2                              | hep_dest | 10.0.0.2    | 9060 | TCP | 3
            [hep_dest]10.0.0.2;transport=tcp;version=3      | hep_dest | 10.0.0.2    | 9060 | TCP | 3
            [a] hep.example.com:9061 ; transport=udp        | a        | hep.example.com | 9061 | UDP | 3
            [a]h:1;version=2;transport=udp                  | a        | h           | 1    | UDP | 2
            [a]h;transport=TLS;                             | a        | h           | 9060 | TLS | 3
            [a][2001:db8::1]:9063;transport=udp             | a        | 2001:db8::1 | 9063 | UDP | 3
            [a][::1]                                        | a        | ::1         | 9060 | TCP | 3
            [a]2001:db8::1                                  | a        | 2001:db8::1 | 9060 | TCP | 3
            """)
    void whatItSays(String text, String name, String host, int port, HepTransport transport, int version) {
        assertThat(read(text)).isEqualTo(new HepId(name, host, port, transport, version, false));
    }

    @ParameterizedTest
    @CsvSource({"[a]h;version=1,1", "[a]h;transport=tcp;version=2,2"})
    void oldVersionsFallBackToUdp(String text, int version) {
        assertThat(read(text)).isEqualTo(new HepId("a", "h", 9060, HepTransport.UDP, version, true));
    }

    /// The second is what the manual of `mi_datagram` prints.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            10.0.0.2                                  | begin with a name in brackets
            [hep_dest];transport=tcp;version=3        | the collector's host is missing, write [hep_dest]host:port
            []10.0.0.2                                | a name is missing
            [a]h:0                                    | '0' is no port
            [a]h:65536                                | '65536' is no port
            [a]h:x                                    | 'x' is no port
            [a][::1]9060                              | a colon is missing before the port
            [a]h;transport=sctp                       | transport can be udp, tcp or tls
            [a]h;version=4                            | version can be 1, 2 or 3
            [a]h;port=5                               | 'port' is nothing one can set
            [a]h;version=3;version=3                  | version is set twice
            [a]h;transport=tls;version=2              | version 2 goes over udp only
            """)
    void whatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith("proto_hep.hep_id = " + text + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> Hep.to("[a]h").hepId("[a]other"))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("there is a destination [a] already");
    }

    @Test
    void blanksAroundItDoNotCount() {
        assertThat(read(" [a]h ")).isEqualTo(read("[a]h"));
    }

    /// The longest packet has room.
    @Test
    void aBufferHasRoomForAPacket() {
        assertThatThrownBy(() -> Hep.to("[a]h").buffer(15))
                .isInstanceOf(ConfigError.class)
                .hasMessage("proto_hep.hep_buffer = 15: allowed are 16 to 1048575 KB");
        assertThat(Hep.to("[a]h").buffer(16)).isNotNull();
    }
}
