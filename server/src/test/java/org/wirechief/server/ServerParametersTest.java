package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.ConfigError;
import org.wirechief.server.config.ConfigReader;

class ServerParametersTest {
    private static final ConfigReader READER = new ConfigReader(List.of(ServerParameters.MODULE), List.of());

    @Test
    void everyParameterIsSet() {
        var sets = List.of(
                "server.version_text=5",
                "server.shutdown_timeout=0x10",
                "server.log_level=7",
                "server.audit=all",
                "server.audit_arguments=1",
                "server.mi_version_text=OpenSIPS (3.6.8 (x86_64/linux))",
                "server.cache_entries=100",
                "server.cache_bytes=1000",
                "server.exec_msg_threshold=500000",
                "server.event_shm_threshold=80",
                "server.log_event_enabled=1");

        assertThat(READER.read(Optional.empty(), List.of(), sets).values(ServerParameters.class))
                .containsExactly(new ServerParameters(
                        "5",
                        "OpenSIPS (3.6.8 (x86_64/linux))",
                        Duration.ofSeconds(16),
                        7,
                        new Audit(Audit.Scope.ALL, true),
                        new CacheLimits(100, 1000),
                        new EventThresholds(500_000, 80, true)));
    }

    @Test
    void whatTheReferenceCallsDefaultIsTheDefault() {
        for (var parameter : ServerParameters.MODULE.parameters()) {
            String set = "server." + parameter.name() + "=" + parameter.initial();

            assertThat(READER.read(Optional.empty(), List.of(), List.of(set)).values(ServerParameters.class))
                    .as(set)
                    .containsExactly(ServerParameters.INITIAL);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log_level=8                             | server.log_level = 8: allowed are 0 to 7
            log_level=-1                            | server.log_level = -1: allowed are 0 to 7
            log_level=4294967296                    | server.log_level = 4294967296: allowed are 0 to 7
            cache_entries=-1                        | server.cache_entries = -1: allowed are 0 to 10000000
            cache_entries=4294967296                | server.cache_entries = 4294967296: allowed are 0 to 10000000
            cache_bytes=-1                          | server.cache_bytes = -1: allowed are 0 to 1099511627776 bytes
            shutdown_timeout=-1                     | server.shutdown_timeout = -1: allowed are 0 to 3600 s
            shutdown_timeout=3601                   | server.shutdown_timeout = 3601: allowed are 0 to 3600 s
            shutdown_timeout=9223372036854775807    | server.shutdown_timeout = 9223372036854775807: allowed are 0 to 3600 s
            """)
    void outOfRange(String set, String problem) {
        assertThatThrownBy(() -> READER.read(Optional.empty(), List.of(), List.of("server." + set)))
                .isInstanceOf(ConfigError.class)
                .hasMessage("--set server." + set + ": " + problem);
    }
}
