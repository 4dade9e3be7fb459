package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.TempFolder;

/// The example of `event_datagram`'s manual, at the sockets that stand there. [EventDatagramIT] has
/// it at sockets of a test's own.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ManualExampleIT {
    private static final String PIKE = "E_PIKE_BLOCKED\nip::192.168.2.11\n\n";

    private TempFolder folder;
    private ManualSockets sockets;

    @BeforeEach
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void take() throws IOException {
        sockets = ManualSockets.take();
        folder = TempFolder.create();
    }

    @AfterEach
    void release() throws IOException {
        if (sockets != null) {
            folder.close();
            sockets.close();
        }
    }

    private static String subscription(String socket) {
        return "modparam(\"event_datagram\", \"subscribe\", \"E_PIKE_BLOCKED " + socket + "\")\n";
    }

    private Chief start(String more) throws IOException {
        String modules = "loadmodule \"pike.so\"\nloadmodule \"event_datagram.so\"\nloadmodule \"mi_datagram.so\"\n";
        String door = "modparam(\"mi_datagram\", \"socket_name\", \"" + folder.resolve("mi") + "\")\n";
        Path config = Files.writeString(folder.resolve("pike.cfg"), modules + door + more);
        return Chief.start(folder, "serve", "--config", config.toString());
    }

    private static void ask(RawDatagrams mi, String request) throws IOException {
        mi.send(request.getBytes(ISO_8859_1));
        assertThat(new String(mi.receive(), ISO_8859_1)).isEqualTo("200 OK\n\n");
    }

    private void assertExampleArrives(RawDatagrams mi) throws Exception {
        ask(mi, ":raise_event:\nE_PIKE_BLOCKED\nip::192.168.2.11\n");

        assertThat(sockets.unix().receive().text()).isEqualTo(PIKE);
        assertThat(sockets.udp().receive().text()).isEqualTo(PIKE);
    }

    private RawDatagrams mi(Chief server) throws IOException {
        server.addresses(1);
        return RawDatagrams.to("unixd:" + folder.resolve("mi"));
    }

    @Test
    void arrivesAtSocketsOfTheConfiguration() throws Exception {
        try (Chief server = start(subscription(ManualSockets.UNIX) + subscription(ManualSockets.UDP));
                RawDatagrams mi = mi(server)) {
            assertExampleArrives(mi);
        }
    }

    @Test
    void arrivesAtSocketsThatWereSubscribed() throws Exception {
        try (Chief server = start("");
                RawDatagrams mi = mi(server)) {
            ask(mi, ":event_subscribe:\nE_PIKE_BLOCKED\n" + ManualSockets.UNIX + "\n");
            ask(mi, ":event_subscribe:\nE_PIKE_BLOCKED\n" + ManualSockets.UDP + "\n3600\n");

            assertExampleArrives(mi);
        }
    }
}
