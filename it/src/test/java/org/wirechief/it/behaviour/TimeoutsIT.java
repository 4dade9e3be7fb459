package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.Client;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// Connections that waste time are closed and counted, and what is set while the server runs takes
/// effect.
class TimeoutsIT {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final byte[] REQUEST = Packet.request(1, "core.echo", "x");

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void aRequestMayNotStayHalfSent(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder, ctl -> ctl.requestTimeout(SHORT));
                RawStream silent = server.connect(transport);
                RawStream half = server.connect(transport)) {
            half.send(REQUEST);
            half.send(Arrays.copyOf(REQUEST, REQUEST.length - 1));

            assertThat(half.receiveAll()).isEqualTo(Packet.reply(1, "x"));
            assertThat(server.statistic("ctl", "timed_out_request")).isEqualTo(1);

            // an interactive kamcmd may be silent for as long as it likes
            silent.send(REQUEST);
            assertThat(silent.receivePacket()).isEqualTo(Packet.reply(1, "x"));
            assertThat(server.statistic("ctl", "timed_out_idle")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void silenceMayBeLimited(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder, ctl -> ctl.idleTimeout(SHORT));
                RawStream silent = server.connect(transport)) {
            assertThat(silent.receiveAll()).isEmpty();
            assertThat(server.statistic("ctl", "timed_out_idle")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void whoeverDoesNotCloseAfterTheEndIsNotWaitedForLong(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder);
                RawStream stays = server.connect(transport)) {
            stays.send("no packet at all".getBytes(StandardCharsets.US_ASCII));
            stays.receiveAll();

            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "timed_out_linger") == 1);
        }
    }

    @Test
    void limitsSetWhileItRunsHoldForLaterConnections() throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder);
                RawStream before = server.connect("unixs");
                Client client = Client.connect(server.address("unixs"))) {
            before.send(REQUEST);
            assertThat(before.receivePacket()).isEqualTo(Packet.reply(1, "x"));
            client.callForAll("cfg.seti", "ctl", "idle_timeout", 1);
            client.callForAll("cfg.seti", "ctl", "max_connections", 3);

            try (RawStream after = server.connect("unixs");
                    RawStream tooMany = server.connect("unixs")) {
                assertThat(tooMany.receiveAll()).isEmpty();
                assertThat(server.statistic("ctl", "refused_over_limit")).isEqualTo(1);
                assertThat(after.receiveAll()).isEmpty();
            }
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "timed_out_idle") == 1);
            before.send(REQUEST);
            assertThat(before.receivePacket()).isEqualTo(Packet.reply(1, "x"));
        }
    }

    @Test
    void sizesAndConversionSetWhileItRunsHoldAtOnce() throws IOException {
        try (LiveServer server = LiveServer.start(builder -> builder);
                Client client = Client.connect(server.address("unixs"))) {
            String text = "y".repeat(5000);
            assertThat(client.callForAll("core.echo", text)).hasSize(1);
            client.callForAll("cfg.seti", "ctl", "binrpc_max_body_size", 4);
            assertThatThrownBy(() -> client.callForAll("core.echo", text)).hasMessageContaining("buffer too small");

            client.callForAll("cfg.seti", "ctl", "binrpc_buffer_size", 16);
            assertThatThrownBy(() -> client.callForAll("cfg.list"))
                    .hasMessageContaining("raise binrpc_buffer_size (now 16 bytes)");

            assertThatThrownBy(() -> client.callForAll("core.printi", "5")).hasMessageContaining("parameter 0");
            client.callForAll("cfg.seti", "ctl", "autoconversion", 1);
            assertThat(client.call("core.printi", "5").asLong()).isEqualTo(5);
        }
    }

    @Test
    void aStructThatDoesNotFitNamesWhatToRaise() throws IOException {
        try (LiveServer server = LiveServer.start(
                        builder -> builder.command(CommandSpec.named("t.struct")
                                .run((_, reply) -> reply.struct(s -> s.put("text", "x".repeat(2000))))),
                        ctl -> ctl.structMaxBodySize(1));
                Client client = Client.connect(server.address("unixs"))) {
            assertThatThrownBy(() -> client.callForAll("t.struct"))
                    .hasMessageContaining("raise binrpc_struct_max_body_size (now 1024 bytes)");
        }
    }
}
