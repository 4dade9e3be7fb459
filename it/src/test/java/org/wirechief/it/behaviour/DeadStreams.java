package org.wirechief.it.behaviour;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// Stream connections that ask for much and read nothing.
record DeadStreams(List<RawStream> streams) implements AutoCloseable {
    static DeadStreams on(String address, int count) throws IOException {
        List<RawStream> streams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            streams.add(RawStream.to(address));
        }
        return new DeadStreams(streams);
    }

    /// Each sends what its connection takes, again and again, until that is so.
    void askUntil(Callable<Boolean> condition) {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 1; i <= 20; i++) {
            requests.writeBytes(Packet.request(i, "t.big", i, 20_000));
        }
        byte[] bytes = requests.toByteArray();
        int[] sent = new int[streams.size()];
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> {
            for (int i = 0; i < sent.length; i++) {
                sent[i] = (sent[i] + streams.get(i).sendSome(bytes, sent[i])) % bytes.length;
            }
            return condition.call();
        });
    }

    @Override
    public void close() {
        streams.forEach(RawStream::close);
    }
}
