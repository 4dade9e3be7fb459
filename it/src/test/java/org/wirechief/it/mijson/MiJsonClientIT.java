package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.client.Client;
import org.wirechief.client.NamedArgument;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;
import org.wirechief.it.live.MiServer;

/// Our client calls our server in JSON-RPC: told to, or because the server knows nothing else.
class MiJsonClientIT {
    @ParameterizedTest
    @CsvSource({
        "udp4, auto, mi:json:",
        "udp6, auto, mi:json:",
        "unix, auto, mi:json:",
        "udp4, json, mi:",
        "unix, json, mi:"
    })
    void callsCommands(String carrier, String dialect, String scheme) throws IOException {
        try (MiServer server = MiServer.start(carrier, OpenSips::addTo, mi -> mi.dialect(dialect));
                Client client = Client.connect(scheme + server.address().replace("unixd:", ""))) {
            assertThat(client.call("version").at("Server").asText()).isEqualTo(OpenSips.VERSION);
            assertThat(client.call("get_statistics", "core:", "net:").at("core:rcv_requests"))
                    .isInstanceOf(Value.Int.class);
            assertThat(client.call("cache_store", "local", "k", "a \"b\"\n")).isEqualTo(Value.of("OK"));
            assertThat(client.call("cache_fetch", "local", "k").at("value").asText())
                    .isEqualTo("a \"b\"\n");
            assertThat(client.call("cache_fetch", NamedArgument.of("attr", "k"), NamedArgument.of("system", "local"))
                            .at("value")
                            .asText())
                    .isEqualTo("a \"b\"\n");
            assertThatThrownBy(() -> client.call("log_level", "x"))
                    .isInstanceOf(RemoteFault.class)
                    .hasMessageEndingWith("-32602 Invalid params (Bad type for parameter 'level')");
        }
    }
}
