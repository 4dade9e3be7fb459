package org.wirechief.cli.kamcmd;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KamcmdAddressTest {
    /// As kamcmd 1.5 was seen to fail.
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ''|ERROR: connect_unix_sock: connect(): Connection refused [111]
            :|ERROR: connect_unix_sock: connect(): Connection refused [111]
            unix:|ERROR: connect_unix_sock: connect(): Connection refused [111]
            UNIXS:|ERROR: connect_unix_sock: connect(): Connection refused [111]
            unixs::5|ERROR: connect_unix_sock: connect(): Connection refused [111]
            unixd::|ERROR: connect_unix_sock: connect(): Connection refused [111]
            :5|'ERROR: could not resolve '
            tcp::5|'ERROR: could not resolve '
            UDP::5|'ERROR: could not resolve '
            udp:|ERROR: could not resolve *
            tcp::|ERROR: could not resolve *
            tcp:*:5|ERROR: could not resolve *
            ::|ERROR: error parsing server socket address ::
            """)
    void whereNobodyIsNamed(String address, String message) throws Exception {
        KamcmdOptions options = KamcmdOptions.parse(List.of("-s", address, "core.version"), Map.of());

        assertThatThrownBy(() -> KamcmdAddress.parse(options)).hasMessage(message);
    }
}
