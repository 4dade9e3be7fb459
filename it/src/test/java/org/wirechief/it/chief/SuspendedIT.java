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
import org.wirechief.it.live.RawDatagrams;
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

    /// More answers than a socket's queue takes; they wait for their reader for two seconds.
    @Test
    void answersThatWaitedMeanwhileLostNoTime() throws Exception {
        int answers = 40;
        try (Chief chief = Chief.start(folder, "serve", "--set", "ctl.binrpc=unixd:" + folder.resolve("door"))) {
            String address = chief.addresses(1).getFirst();
            try (RawDatagrams late = RawDatagrams.to(address);
                    RawDatagrams prompt = RawDatagrams.to(address)) {
                for (int i = 0; i < answers; i++) {
                    late.send(Packet.request(i, "core.echo", "x"));
                }
                prompt.send(Packet.request(1, "core.echo", "all are handled"));
                assertThat(prompt.receive()).isEqualTo(Packet.reply(1, "all are handled"));
                chief.signal("STOP");
                Awaitility.await().atMost(RawStream.LIMIT).until(() -> state(chief) == 'T');
                Thread.sleep(3 * TIMEOUT_MILLIS);
                chief.signal("CONT");

                for (int i = 0; i < answers; i++) {
                    assertThat(late.receive()).isEqualTo(Packet.reply(i, "x"));
                }
            }
        }
    }

    /// Of a process, in `/proc`: behind the name in brackets.
    private static char state(Chief chief) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(chief.pid()), "stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }
}
