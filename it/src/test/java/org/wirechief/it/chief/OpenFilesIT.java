package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// `chief serve` where it can open no further file.
class OpenFilesIT {
    private static final int REPLY = 1;

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    /// What cannot be read from its file when a command first wants it is missing for ever.
    @Test
    void commandsThatWereNotCalledBeforeAnswer() throws Exception {
        List<String> few = List.of("sh", "-c", "ulimit -n 80; exec \"$0\" \"$@\"");
        List<RawStream> others = new ArrayList<>();
        try (Chief chief = Chief.start(folder, few, "serve")) {
            String address = chief.addresses(1).getFirst();
            try (RawStream caller = RawStream.to(address)) {
                caller.send(Packet.request(1, "core.echo", "x"));
                caller.receivePacket();
                for (int i = 0; i < 80; i++) {
                    others.add(RawStream.to(address));
                }
                Awaitility.await()
                        .atMost(RawStream.LIMIT)
                        .until(() -> chief.log().stream().anyMatch(line -> line.contains("Too many open files")));

                for (String command : List.of("core.uptime", "core.runinfo", "core.info", "core.psx", "ctl.who")) {
                    caller.send(Packet.request(1, command));
                    assertThat(caller.receivePacket()[1] >> 4).as(command).isEqualTo(REPLY);
                }
            }
        } finally {
            for (RawStream other : others) {
                other.close();
            }
        }
    }
}
