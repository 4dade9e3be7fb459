package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventStream;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.endpoint.eventdatagram.EventDatagram;

/// Our client, as `chief events` uses it, at our server.
class OwnClientIT {
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void subscribesReceivesAndUnsubscribes(String dialect) throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text().dialect(dialect))) {
            try (EventStream stream =
                    EventStream.open("mi:" + server.server().address(), List.of("E_PROBE", "E_RET"))) {
                Event raised = new Event("E_PROBE", new EventParameter("ip", "192.168.2.11"));
                server.source("E_PROBE").raise(raised::parameters);
                server.source("E_RET").raise();

                assertThat(arrived(stream)).isEqualTo(raised);
                assertThat(arrived(stream)).isEqualTo(new Event("E_RET"));
            }
            server.await(() -> !server.source("E_PROBE").hasSubscribers());
            assertThat(server.source("E_RET").hasSubscribers()).isFalse();
        }
    }

    private static Event arrived(EventStream stream) throws InterruptedException {
        EventNews news = stream.poll(Duration.ofSeconds(60));
        assertThat(news).isInstanceOf(EventNews.Arrived.class);
        return ((EventNews.Arrived) news).event();
    }
}
