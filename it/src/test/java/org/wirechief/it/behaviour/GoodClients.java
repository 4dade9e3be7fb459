package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;

/// Ten clients, four of one carrier and two of each other. Each asks one question after the other
/// and checks every answer.
final class GoodClients {
    private static final int QUESTIONS = 200;

    private GoodClients() {}

    /// A way to ask.
    private interface Line extends AutoCloseable {
        byte[] ask(byte[] request) throws IOException;

        @Override
        void close() throws IOException;
    }

    /// Lets them ask all they have to, and tells how long the clients of this carrier waited for an
    /// answer in the median.
    static Duration medianAt(LiveServer server, String transport) throws Exception {
        List<Callable<List<Long>>> others = Stream.of("unixs", "tcp", "unixd", "udp")
                .filter(other -> !other.equals(transport))
                .flatMap(other -> Stream.of(other, other))
                .map(other -> client(server.address(other)))
                .toList();
        List<Callable<List<Long>>> here = Stream.of(1, 2, 3, 4)
                .map(_ -> client(server.address(transport)))
                .toList();
        List<Long> waits = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<List<Long>>> beside =
                    others.stream().map(threads::submit).toList();
            for (Future<List<Long>> client : threads.invokeAll(here)) {
                waits.addAll(client.get());
            }
            for (Future<List<Long>> client : beside) {
                assertThat(client.get()).hasSize(QUESTIONS);
            }
        }
        waits.sort(null);
        return Duration.ofNanos(waits.get(waits.size() / 2));
    }

    private static Callable<List<Long>> client(String address) {
        return () -> {
            List<Long> waits = new ArrayList<>();
            try (Line line = line(address)) {
                for (int i = 1; i <= QUESTIONS; i++) {
                    int letters = i % 4 == 0 ? 8000 : 10;
                    byte[] request = Packet.request(i, "t.big", i, letters);
                    long start = System.nanoTime();
                    byte[] answer = line.ask(request);
                    waits.add(System.nanoTime() - start);
                    assertThat(answer).as("%s %d", address, i).isEqualTo(Packet.reply(i, i, "x".repeat(letters)));
                }
            }
            return waits;
        };
    }

    private static Line line(String address) throws IOException {
        return address.startsWith("unixd:") || address.startsWith("udp:")
                ? new Datagrams(RawDatagrams.to(address))
                : new Connection(RawStream.to(address));
    }

    private record Connection(RawStream stream) implements Line {
        @Override
        public byte[] ask(byte[] request) throws IOException {
            stream.send(request);
            return stream.receivePacket();
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private record Datagrams(RawDatagrams datagrams) implements Line {
        @Override
        public byte[] ask(byte[] request) throws IOException {
            datagrams.send(request);
            return datagrams.receive();
        }

        @Override
        public void close() throws IOException {
            datagrams.close();
        }
    }
}
