package org.wirechief.it.sidebyside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;

/// Plays exchanges in datagrams.
final class InDatagrams {
    private static final byte[] QUESTION = Packet.request(0x7eadbeef, "core.echo", "still there");
    private static final byte[] ANSWER = Packet.reply(0x7eadbeef, "still there");

    private InDatagrams() {}

    /// All that comes before one more question is answered, joined: where a long answer is cut is
    /// each server's own matter (spec ctl §7.6).
    static String thenAskedAgain(Exchange exchange, String address) throws IOException {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        try (RawDatagrams client = RawDatagrams.to(address)) {
            for (byte[] write : exchange.writes()) {
                client.send(write);
            }
            client.send(QUESTION);
            for (byte[] next = client.receive(); !Arrays.equals(next, ANSWER); next = client.receive()) {
                came.writeBytes(next);
            }
        }
        return Packet.hex(came.toByteArray());
    }
}
