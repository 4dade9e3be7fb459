package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// `chief serve` that is stopped and goes on, as by `docker pause`, or by a machine that sleeps.
class SuspendedIT {
    private static final long TIMEOUT_MILLIS = 1000;

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    @Test
    void whatCameMeanwhileCameInTime() throws Exception {
        byte[] request = Packet.request(1, "core.echo", "hello");
        try (Chief chief = Chief.start(folder, "serve", "--set", "ctl.request_timeout=1");
                RawStream caller = RawStream.to(chief.addresses(1).getFirst())) {
            for (int i = 0; i < 3; i++) {
                caller.send(Arrays.copyOf(request, 5));
                // nothing tells when it was read: a while before its time is over
                Thread.sleep(TIMEOUT_MILLIS / 4);
                chief.signal("STOP");
                Awaitility.await().atMost(RawStream.LIMIT).until(() -> state(chief) == 'T');
                caller.send(Arrays.copyOfRange(request, 5, request.length));
                Thread.sleep(2 * TIMEOUT_MILLIS);
                chief.signal("CONT");

                assertThat(caller.receivePacket()).isEqualTo(Packet.reply(1, "hello"));
            }
        }
    }

    /// Of a process, in `/proc`: behind the name in brackets.
    private static char state(Chief chief) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(chief.pid()), "stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }
}
