package org.wirechief.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.server.Wirechief;

/// What it costs to raise an event for one subscriber over UDP, beside sending the same bytes with
/// one call each, in interleaved rounds: many in a row, and one by one, when the thread that sends
/// has to be woken for each. The subscriber never reads: its full buffer drops what comes, from
/// both alike.
public final class EventCostMain {
    private static final String USAGE = """
            event-cost [OPTION VALUE]...

              --events    of a round, 200000; of one with single events, a hundredth of that
              --rounds    of each that count, 9; as many before that do not
            """;

    private static final EventType TYPE = EventType.named("E_BENCH");
    private static final EventParameter[] PARAMETERS = {
        new EventParameter("ip", "192.168.2.11"), new EventParameter("port", 5060)
    };

    /// Fewer than may wait for one receiver, so that none is dropped.
    private static final int BATCH = 2000;

    private static final int SINGLES = 100;

    private EventCostMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("event-cost", USAGE, List.of("events", "rounds"), EventCostMain::measure, args);
    }

    /// Of one event, in nanoseconds.
    ///
    /// @param caller time of whoever raises or sends
    /// @param cpu processor time of the whole process
    record Cost(double caller, double cpu) {}

    /// What is compared.
    ///
    /// @param raise an event
    /// @param settled waits until all have left
    /// @param send the same bytes
    private record Ways(Step raise, Step settled, Step send) {}

    private static boolean measure(Options options) throws IOException, InterruptedException {
        int rounds = options.integer("rounds", 9);
        int events = Math.max(BATCH, options.integer("events", 200_000));
        try (DatagramChannel subscriber = bound();
                DatagramChannel sender = DatagramChannel.open(StandardProtocolFamily.INET);
                Wirechief chief = Wirechief.builder()
                        .event(TYPE)
                        .endpoint(EventDatagram.text())
                        .start()) {
            InetSocketAddress there = (InetSocketAddress) subscriber.getLocalAddress();
            EventSource source = chief.events().publish(TYPE);
            Octets socket = Octets.of("udp:127.0.0.1:" + there.getPort());
            chief.events().subscribe(source.name(), socket, null, Instant.now());
            source.raise(PARAMETERS);
            ByteBuffer datagram = ByteBuffer.allocateDirect(64 * 1024);
            subscriber.receive(datagram);
            datagram.flip();
            Ways ways = new Ways(
                    () -> source.raise(PARAMETERS),
                    () -> awaitSent(chief),
                    () -> sender.send(datagram.rewind(), there));
            System.out.printf(
                    "- an event of %d bytes for one subscriber over UDP, divided by a send of the same bytes:%n",
                    datagram.limit());
            compare("in a row", ways, rounds, events / BATCH, BATCH);
            compare("one by one", ways, rounds, events / SINGLES, 1);
            return number(chief, "dropped") + number(chief, "failed") == 0;
        }
    }

    private static void compare(String how, Ways ways, int rounds, int batches, int batch)
            throws IOException, InterruptedException {
        List<Cost> raised = new ArrayList<>();
        List<Cost> sent = new ArrayList<>();
        for (int i = -rounds; i < rounds; i++) {
            Cost ours = cost(batches, batch, ways.raise(), ways.settled());
            Cost bare = cost(batches, batch, ways.send(), () -> pause(batch));
            if (i >= 0) {
                raised.add(ours);
                sent.add(bare);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  - %s, %d rounds of %d events: processor time %s, time of whoever raises it %s%n",
                how,
                rounds,
                batches * batch,
                ratio(raised, sent, Cost::cpu),
                ratio(raised, sent, Cost::caller));
    }

    private static Ratio ratio(List<Cost> raised, List<Cost> sent, ToDoubleFunction<Cost> figure) {
        return Ratio.of(
                raised.stream().map(figure::applyAsDouble).toList(),
                sent.stream().map(figure::applyAsDouble).toList());
    }

    private static DatagramChannel bound() throws IOException {
        return DatagramChannel.open(StandardProtocolFamily.INET)
                .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static Cost cost(int batches, int batch, Step one, Step settled) throws IOException, InterruptedException {
        ProcessFigures self = ProcessFigures.of(ProcessHandle.current().pid());
        long cpu = self.cpuNanos();
        long caller = 0;
        for (int n = 0; n < batches; n++) {
            long start = System.nanoTime();
            for (int i = 0; i < batch; i++) {
                one.run();
            }
            caller += System.nanoTime() - start;
            settled.run();
        }
        double events = (double) batches * batch;
        return new Cost(caller / events, (self.cpuNanos() - cpu) / events);
    }

    private static void awaitSent(Wirechief chief) throws InterruptedException {
        do {
            TimeUnit.MICROSECONDS.sleep(200);
        } while (number(chief, "waiting") > 0);
    }

    /// As long a rest between single sends as between single events.
    private static void pause(int batch) throws InterruptedException {
        if (batch == 1) {
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private static long number(Wirechief chief, String name) {
        return chief.statistics().value("event_datagram", name);
    }
}
