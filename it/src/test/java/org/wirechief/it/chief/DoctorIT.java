package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;

/// `chief doctor` on a host where servers run. Other tests may have doors open too.
class DoctorIT {
    @Test
    void findsEveryDoorOfAServerWhereverItIs() throws Exception {
        try (TempFolder folder = TempFolder.create();
                TempFolder own = TempFolder.create()) {
            String stream = "unixs:" + folder.resolve("a");
            String datagrams = "unixd:" + folder.resolve("b");
            String mi = "mi:" + folder.resolve("c");
            String tcp = "tcp:127.0.0.1:" + FreePort.tcp();
            String udp = "udp:127.0.0.1:" + FreePort.udp();
            try (Chief server = Chief.start(
                    folder,
                    "serve",
                    "--set",
                    "ctl.binrpc=" + stream,
                    "--set",
                    "ctl.binrpc=" + datagrams,
                    "--set",
                    "ctl.binrpc=" + tcp,
                    "--set",
                    "ctl.binrpc=" + udp,
                    "--set",
                    "mi_datagram.socket_name=" + folder.resolve("c"))) {
                server.addresses(5);

                Outcome found = Chief.run(own, "doctor", "--timeout", "3s");

                String[] doors = found.stdout().split("\n(?=\\S)");
                for (String door : new String[] {stream, datagrams, tcp, udp}) {
                    assertThat(doors)
                            .anySatisfy(text -> assertThat(text)
                                    .startsWith(door + "\n")
                                    .contains("ok    it answers core.version")
                                    .doesNotContain("bad"));
                }
                assertThat(doors)
                        .anySatisfy(
                                text -> assertThat(text).startsWith(mi + "\n").contains("ok    it answers version"));
            }
        }
    }
}
