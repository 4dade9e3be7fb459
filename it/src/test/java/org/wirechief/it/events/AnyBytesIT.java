package org.wirechief.it.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.Client;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventStream;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;
import org.wirechief.testkit.RandomTexts;
import org.wirechief.testkit.Seed;

/// Whatever bytes are raised arrive at our receiver, over real sockets. The seed is in the report;
/// `-Devent.seed=...` repeats a run.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class AnyBytesIT {
    private static final EventType TYPE = EventType.named("E_X");
    private static final int BATCHES = 200;

    /// Fewer than any receiver's queue of the system takes, so that UDP loses none.
    private static final int BATCH = 10;

    private static final int LONG = 10_000;

    private Seed seed;
    private SplittableRandom random;
    private RandomTexts texts;
    private TempFolder folder;

    @BeforeEach
    void begin(TestReporter reporter) throws IOException {
        seed = Seed.of("event.seed", reporter::publishEntry);
        random = seed.random();
        texts = new RandomTexts(random);
        folder = TempFolder.create();
    }

    @AfterEach
    void remove() throws IOException {
        folder.close();
    }

    private Wirechief server(String carrier, EventDatagram events) throws IOException {
        MiDatagram mi = carrier.equals("udp")
                ? MiDatagram.udp("127.0.0.1", 0)
                : MiDatagram.listening(folder.resolve("mi").toString());
        return Wirechief.builder().event(TYPE).endpoint(mi).endpoint(events).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "udp"})
    void everyByteStringArrivesInJson(String carrier) throws Exception {
        assertAllArrive(carrier, EventDatagram.json(), () -> event(texts::any, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "udp"})
    void whatTheTextCanSayArrives(String carrier) throws Exception {
        assertAllArrive(carrier, EventDatagram.text(), () -> event(texts::clear, true));
    }

    private void assertAllArrive(String carrier, EventDatagram dialect, Supplier<Event> next) throws Exception {
        try (Wirechief server = server(carrier, dialect);
                EventStream stream = EventStream.open(node(server), List.of("E_X"))) {
            assertThat(stream.socket()).startsWith(carrier + ":");
            EventSource source = server.events().find(TYPE.name()).orElseThrow();
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Event> raised = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    raised.add(next.get());
                    source.raise(raised.getLast()::parameters);
                }
                for (Event event : raised) {
                    assertThat(arrived(stream)).as("%s", seed).isEqualTo(event);
                }
            }
        }
    }

    /// A request with a zero byte in a string is no JSON.
    @ParameterizedTest
    @ValueSource(strings = {"unix", "udp"})
    void everyByteStringThatACallerCanWriteArrives(String carrier) throws Exception {
        try (Wirechief server = server(carrier, EventDatagram.json());
                EventStream stream = EventStream.open(node(server), List.of("E_X"));
                Client caller = Client.connect(node(server).replaceFirst("^mi:", "mi:json:"))) {
            for (int i = 0; i < BATCHES; i++) {
                Value.Text text = text(texts.any().replace("\0", ""));
                caller.call("raise_event", "E_X", new Value.Arr(List.of(text)));

                assertThat(arrived(stream))
                        .as("%s", seed)
                        .isEqualTo(new Event(TYPE.name(), List.of(EventParameter.unnamed(text))));
            }
        }
    }

    private static String node(Wirechief server) {
        return server.doors().getFirst().address();
    }

    private static Event arrived(EventStream stream) throws InterruptedException {
        EventNews news = stream.poll(Duration.ofSeconds(60));
        assertThat(news).isInstanceOf(EventNews.Arrived.class);
        return ((EventNews.Arrived) news).event();
    }

    /// @param inText a value without a name that has `::` in it would be taken for one with a name
    private Event event(Supplier<String> values, boolean inText) {
        boolean named = random.nextBoolean();
        List<EventParameter> parameters = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String value = values.get();
            while (inText && !named && value.contains("::")) {
                value = values.get();
            }
            parameters.add(new EventParameter(name(named), text(value)));
        }
        if (random.nextInt(50) == 0) {
            parameters.add(new EventParameter(
                    name(named), text("x".repeat(LONG) + values.get().replace("::", ""))));
        }
        return new Event(TYPE.name(), parameters);
    }

    private @Nullable Octets name(boolean named) {
        return named ? Octets.of("n" + random.nextInt(3)) : null;
    }

    private static Value.Text text(String latin1) {
        return new Value.Text(Octets.copyOf(latin1.getBytes(ISO_8859_1)));
    }
}
