package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

                String[] doors = doors(found);
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

    @Test
    void aFifoIsNotTakenForAnotherWhileItsReplyDirectoryIsUnknown() throws Exception {
        try (TempFolder folder = TempFolder.create();
                TempFolder own = TempFolder.create()) {
            Path fifo = folder.resolve("fifo");
            try (Chief server = Chief.start(
                    folder,
                    "serve",
                    "--set",
                    "mi_fifo.fifo_name=" + fifo,
                    "--set",
                    "mi_fifo.reply_dir=" + folder.path())) {
                server.addresses(1);

                assertThat(doors(Chief.run(own, "doctor", "--timeout", "1s")))
                        .anySatisfy(text -> assertThat(text)
                                .startsWith(fifo + "\n")
                                .contains("bad   nothing answers within 1000 ms")
                                .contains("mend: chief doctor --reply-dir DIR fifo:" + fifo));
                String directory = folder.path().toString();
                assertThat(doors(Chief.run(own, "doctor", "--timeout", "5s", "--reply-dir", directory)))
                        .anySatisfy(text -> assertThat(text)
                                .startsWith("fifo:" + fifo + "\n")
                                .contains("ok    it answers version")
                                .doesNotContain("bad"));
            }
        }
    }

    private static String[] doors(Outcome found) {
        return found.stdout().split("\n(?=\\S)");
    }
}
