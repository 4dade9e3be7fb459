package org.wirechief.it.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.Client;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.TempFolder;

/// A command that takes its time holds up its own reader and nobody else; one that says so holds up
/// nobody.
class ReadersIT {
    /// Far longer than a test takes that does not wait for it.
    private static final String LONG = "20000";

    @ParameterizedTest
    @ValueSource(strings = {"udp4", "udp6", "unix"})
    void oneReaderAnswersInOrder(String carrier) throws Exception {
        try (MiServer server = Probed.start(carrier, mi -> mi.childrenCount(1));
                MiTalk client = MiTalk.with(server)) {
            // vector udp/pipelined-order, behind a slow one
            client.send(":probe_sleep:\n200\n");
            for (int i = 0; i < 5; i++) {
                client.send(":probe_code:\n20" + i + "\nr\n");
            }
            assertThat(client.receive()).isEqualTo("200 OK\nSlept:: 200\n\n");
            for (int i = 0; i < 5; i++) {
                assertThat(client.receive()).isEqualTo("20" + i + " r\n\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"udp4, 3", "unix, 3", "unix, 2"})
    void slowCommandsHoldUpTheirReadersOnly(String carrier, int readers) throws Exception {
        try (TempFolder folder = TempFolder.create();
                MiServer server = Probed.start(
                        carrier,
                        builder -> builder.endpoint(Ctl.listening("unixs:" + folder.resolve("ctl"))),
                        mi -> mi.childrenCount(readers));
                MiTalk slow = MiTalk.with(server);
                MiTalk quick = MiTalk.with(server)) {
            for (int i = 1; i < readers; i++) {
                slow.send(":probe_sleep:\n3000\n");
            }
            long begin = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertThat(quick.ask(":probe_code:\n299\nquick\n")).isEqualTo("299 quick\n\n");
            }
            String ctl = server.chief().doors().getFirst().address();
            try (Client other = Client.connect(ctl)) {
                assertThat(other.call("core.echo", "there").asText()).isEqualTo("there");
            }
            System.out.println("100 quick calls beside " + (readers - 1) + " that sleep for 3000 ms, " + carrier + ": "
                    + (System.nanoTime() - begin) / 1_000_000 + " ms");
            for (int i = 1; i < readers; i++) {
                assertThat(slow.receive()).isEqualTo("200 OK\nSlept:: 3000\n\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp4", "unix"})
    void commandsThatSayThatTheyWaitHoldUpNobody(String carrier) throws Exception {
        try (MiServer server = Probed.start(carrier, mi -> mi.childrenCount(1));
                MiTalk slow = MiTalk.with(server);
                MiTalk quick = MiTalk.with(server)) {
            slow.send(":probe_wait:\n2000\n");
            slow.send(":probe_wait:\n1\n");
            assertThat(quick.ask(":probe_code:\n299\nquick\n")).isEqualTo("299 quick\n\n");

            assertThat(slow.receive()).isEqualTo("200 OK\nSlept:: 1\n\n");
            assertThat(slow.receive()).isEqualTo("200 OK\nSlept:: 2000\n\n");
            assertThat(slow.ask(":probe_wait:\n\"broken\n")).isEqualTo("400 parse_error\n");
        }
    }

    @Test
    void soManyMayWaitAndFurtherOnesAreTurnedAway() throws Exception {
        List<MiTalk> clients = new ArrayList<>();
        try (MiServer server = Probed.start("udp4", mi -> mi)) {
            for (int i = 0; i < 64; i++) {
                MiTalk client = MiTalk.with(server);
                clients.add(client);
                client.send(":probe_wait:\n" + LONG + "\n");
            }
            try (MiTalk next = MiTalk.with(server)) {
                assertThat(next.ask(":probe_wait:\n1\n")).isEqualTo("503 Too many commands wait\n\n");
                assertThat(next.ask(":probe_code:\n299\n")).isEqualTo("299 \n\n");
            }
            assertThat(server.statistic("busy")).isEqualTo(1);
        } finally {
            for (MiTalk client : clients) {
                client.close();
            }
        }
    }
}
