package org.wirechief.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.wirechief.core.Value;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.vectors.Records;

/// Sends hostile bytes, each on a connection of its own, and looks at what comes back: whole
/// answers and faults, or nothing.
final class HostileClient {
    private final LiveServer server;
    private final String transport;
    private final HostileBytes bytes;
    private long answers;

    HostileClient(LiveServer server, String transport, long seed) {
        this.server = server;
        this.transport = transport;
        this.bytes = new HostileBytes(seed);
    }

    /// Packets that came back so far.
    long answers() {
        return answers;
    }

    /// Sends so many, in batches; after each batch a good call is answered.
    void send(int count, int batch) throws IOException {
        try (RawStream standing = server.connect(transport)) {
            for (int i = 1; i <= count; i++) {
                byte[] hostile = bytes.next();
                try {
                    sendOne(hostile);
                } catch (IOException | RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "number " + i + ": " + HexFormat.of().formatHex(hostile), e);
                }
                if (i % batch == 0) {
                    goodCall(standing);
                    try (RawStream fresh = server.connect(transport)) {
                        goodCall(fresh);
                    }
                }
            }
        }
    }

    private void sendOne(byte[] hostile) throws IOException {
        try (RawStream stream = server.connect(transport)) {
            stream.send(hostile);
            stream.halfClose();
            byte[] came = stream.receiveAll();
            for (int at = 0; at < came.length; answers++) {
                int length = packetLength(came, at);
                assertAnswer(Arrays.copyOfRange(came, at, at + length));
                at += length;
            }
        }
    }

    private static int packetLength(byte[] came, int at) {
        int lengthBytes = (came[at + 1] >> 2 & 3) + 1;
        int length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | (came[at + 2 + i] & 0xFF);
        }
        int whole = 2 + lengthBytes + (came[at + 1] & 3) + 1 + length;
        assertThat(came.length - at).as("the last answer is whole").isGreaterThanOrEqualTo(whole);
        return whole;
    }

    private static void assertAnswer(byte[] packet) {
        List<Value> values = Records.ofPacket(packet);
        assertThat(packet[0]).isEqualTo((byte) 0xA1);
        switch (packet[1] >> 4) {
            case 1 -> assertThat(values).isNotNull();
            case 3 -> {
                assertThat(values).hasSize(2);
                assertThat(values.getFirst()).isIn(Value.of(400), Value.of(500));
                assertThat(values.getLast()).isInstanceOf(Value.Text.class);
            }
            default ->
                throw new AssertionError(
                        "neither an answer nor a fault: " + HexFormat.of().formatHex(packet));
        }
    }

    private void goodCall(RawStream stream) throws IOException {
        stream.send(Packet.request(5, "core.echo", "good"));
        assertThat(stream.receivePacket()).isEqualTo(Packet.reply(5, "good"));
        answers++;
    }
}
