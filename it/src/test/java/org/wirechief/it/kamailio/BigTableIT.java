package org.wirechief.it.kamailio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.Client;
import org.wirechief.core.Value;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.Tool;

/// 22 MB of answer from a real Kamailio, of which kamcmd takes 128 KB.
class BigTableIT {
    private static final int ITEMS = 50_000;
    private static final int LENGTH = 400;

    private static Kamailio kamailio;

    @BeforeAll
    static void fill() throws Exception {
        kamailio = Kamailio.start(KamailioSetup.BIG_TABLE);
        String value = "v".repeat(LENGTH);
        List<CompletableFuture<Value>> answers = new ArrayList<>();
        try (Client client = Client.connect(kamailio.unix(), Duration.ofSeconds(60))) {
            for (int i = 0; i < ITEMS; i++) {
                answers.add(client.callAsync("htable.sets", "big", "key" + i, value));
            }
            for (CompletableFuture<Value> answer : answers) {
                assertThat(answer.get().asText()).startsWith("Ok");
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (kamailio != null) {
            kamailio.close();
        }
    }

    @Test
    void comesWholeOverAUnixStreamWhereKamcmdGivesUp() throws Exception {
        assertWhole(whole(kamailio.unix()));
        assertTooBigForKamcmd(kamailio.unix());
    }

    @Test
    void comesWholeOverTcpWhereKamcmdGivesUp() throws Exception {
        assertWhole(whole(kamailio.tcp()));
        assertTooBigForKamcmd(kamailio.tcp());
    }

    /// Kamailio loses part of an answer when the reader is kept from running for 10 ms, and over
    /// TCP when the socket's buffer, 4 MB, is full just once (spec ctl §15). No client can read
    /// what was not sent, and on a busy machine that is so more often than not: it is asked again,
    /// until it did send all.
    private static List<Value> whole(String address) throws IOException {
        CallTimedOut last = null;
        for (int attempt = 0; attempt < 80; attempt++) {
            Duration patience = Duration.ofMillis(Math.min(20_000, 2000 + 200L * attempt));
            try (Client client = Client.connect(address, patience)) {
                return client.callForAll("htable.dump", "big");
            } catch (CallTimedOut e) {
                assertThat(e).hasMessageContaining(" bytes came");
                last = e;
            }
        }
        throw new AssertionError("Kamailio sent none of 80 answers whole", last);
    }

    private static void assertWhole(List<Value> slots) {
        Set<String> keys = new HashSet<>();
        for (Value slot : slots) {
            if (slot.at("slot") instanceof Value.Arr(List<Value> items)) {
                for (Value item : items) {
                    assertThat(item.at("value").asText()).hasSize(LENGTH);
                    keys.add(item.at("name").asText());
                }
            }
        }
        assertThat(keys).hasSize(ITEMS);
    }

    private static void assertTooBigForKamcmd(String address) throws Exception {
        Outcome kamcmd = Outcome.of(
                new ProcessBuilder(Tool.require("kamcmd").toString(), "-s", address, "htable.dump", "big"), "");
        assertThat(kamcmd.exit()).isEqualTo(255);
        assertThat(kamcmd.stderr()).isEqualTo("ERROR: reply too big\n");
    }
}
