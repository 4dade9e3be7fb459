package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.server.ServerParameters;
import org.wirechief.server.WirechiefBuilder;
import org.wirechief.testkit.GoldenVector;

/// Sends the requests that an OpenSIPS 4.0.1 was sent to a server with the names of 4.0, and
/// compares what comes back byte for byte.
class MiNamesVectorsIT {
    private static final String MARK = "{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":\"mark\"}";

    private static WirechiefBuilder version(WirechiefBuilder server) {
        return server.parameters(ServerParameters.INITIAL.withVersionTexts("", MiNamesDeviations.SERVER));
    }

    @Test
    void everyRequest() throws IOException {
        SoftAssertions all = new SoftAssertions();
        int played = 0;
        try (MiServer server = MiServer.start(
                        "udp4", program -> OpenSips.withEvents(version(program)), mi -> mi.names("4.0"));
                RawDatagrams client = server.connect()) {
            for (GoldenVector vector : MiJsonVectors.of("v40")) {
                if (!MiJsonVectors.subject(vector).startsWith("fifo_")) {
                    client.send(vector.bytes("request"));
                    judge(all, vector, client);
                    played++;
                }
            }
        }
        all.assertAll();
        assertThat(played).isEqualTo(39);
    }

    private static void judge(SoftAssertions all, GoldenVector vector, RawDatagrams client) throws IOException {
        String subject = MiJsonVectors.subject(vector);
        if (!vector.hasBytes("reply")) {
            client.send(MARK.getBytes(ISO_8859_1));
            all.assertThat(text(client)).as("after " + subject).contains("\"mark\"");
            return;
        }
        String captured = new String(vector.bytes("reply"), ISO_8859_1);
        String answer = text(client);
        if (MiJsonDeviations.NOT_SERVED.contains(MiJsonVectors.method(vector))) {
            all.assertThat(answer).as(subject).isEqualTo(MiJsonDeviations.notServed());
        } else if (MiNamesDeviations.BY_FORM.contains(subject)) {
            all.assertThat(JsonShape.of(answer.getBytes(ISO_8859_1)))
                    .as(subject)
                    .isEqualTo(JsonShape.of(vector.bytes("reply")));
        } else {
            all.assertThat(answer).as(subject).isEqualTo(MiNamesDeviations.ANSWERS.getOrDefault(subject, captured));
        }
    }

    private static String text(RawDatagrams client) throws IOException {
        return new String(client.receive(), ISO_8859_1);
    }

    /// `fifo_after_wedge`: behind text that is no JSON, and half a request.
    @Test
    void afterWhatWedgesTheFifo() throws Exception {
        try (MiFifoServer server = MiFifoServer.start(MiNamesVectorsIT::version, mi -> mi.names("4.0"))) {
            GoldenVector last = MiJsonVectors.of("v40").getLast();
            server.write(":x:{\"jsonrpc\":\"2.0\",\"method\":\"core:version\",\"id\":1}:x:{bad}\n:x:{\"half\":");

            assertThat(server.ask("r1", last.bytes("request")))
                    .as(last.name())
                    .isEqualTo(MiNamesDeviations.ANSWERS.get(MiJsonVectors.subject(last)));
        }
    }
}
