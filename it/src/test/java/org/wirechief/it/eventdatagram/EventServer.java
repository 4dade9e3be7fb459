package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.standin.EventProbes;
import org.wirechief.server.WirechiefBuilder;

/// A server that lives as long as a test: `event_datagram`, the events the vectors tell of, and
/// `mi_datagram` to subscribe and raise with.
record EventServer(MiServer server, RawDatagrams mi) implements AutoCloseable {
    private static final List<String> EVENTS = List.of("E_PROBE", "E_RET", "E_SCRIPT", "E_PIKE_BLOCKED");

    static EventServer start(EventDatagram module) throws IOException {
        return start(module, UnaryOperator.identity(), "3.x");
    }

    static EventServer start(EventDatagram module, UnaryOperator<WirechiefBuilder> program, String names)
            throws IOException {
        EventProbes probes = new EventProbes();
        MiServer server = MiServer.start(
                "udp4",
                builder -> {
                    EVENTS.forEach(name -> builder.event(EventType.named(name)));
                    return program.apply(builder.commands(probes.commands()).endpoint(module));
                },
                mi -> mi.names(names));
        probes.use(server.chief().events());
        return new EventServer(server, server.connect());
    }

    /// What comes to a request, a character a byte.
    String ask(String request) throws IOException {
        return ask(request.getBytes(ISO_8859_1));
    }

    String ask(byte[] request) throws IOException {
        mi.send(request);
        return new String(mi.receive(), ISO_8859_1);
    }

    /// The result of a method, or its error.
    String json(String method, String params) throws IOException {
        String answer = ask("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":1}");
        return answer.replaceFirst("^\\{\"jsonrpc\":\"2.0\",(.*),\"id\":1}$", "$1");
    }

    void subscribe(String event, String socket) throws IOException {
        assertThat(ask(":event_subscribe:\n" + event + "\n" + socket + "\n")).startsWith("200 OK\n");
    }

    EventSource source(String event) {
        return server.chief().events().find(Octets.of(event)).orElseThrow();
    }

    /// Waits for what another thread does.
    void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    long statistic(String name) {
        return server.chief().statistics().value("event_datagram", name);
    }

    @Override
    public void close() throws IOException {
        mi.close();
        server.close();
    }
}
