package org.wirechief.it.mi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.MiServer;
import org.wirechief.testkit.GoldenVector;

/// Sends every request that was captured from OpenSIPS to a server of our own, over the same
/// carrier, in the same order and under the same profile, and compares what comes back.
class MiVectorsIT {
    private static final Pattern READER = Pattern.compile("PID=(\\d+) Type=MI Datagram");

    /// Requests whose vectors were not kept, and on which others build.
    private static final Map<String, String> BEFORE =
            Map.of("cache_fetch/hit", ":cache_store:\nlocal\nk2\nv2\n", "debug/get", ":debug:\n2\n");

    static Stream<MiSession> sessions() {
        return MiSession.all();
    }

    @ParameterizedTest
    @MethodSource
    void sessions(MiSession session) throws Exception {
        SoftAssertions all = new SoftAssertions();
        assertThat(session.vectors()).isNotEmpty();
        try (MiServer server = session.server();
                MiTalk client = MiTalk.with(server)) {
            String reader = reader(client);
            for (GoldenVector vector : session.vectors()) {
                switch (MiExpected.of(session, vector)) {
                    case MiExpected.NotAsked _ -> {}
                    case MiExpected.Reply(var text) ->
                        all.assertThat(withoutSeconds(asked(session, client, vector, reader)))
                                .as(vector.name())
                                .isEqualTo(withoutSeconds(text));
                    case MiExpected.Form(var text) ->
                        all.assertThat(MiForm.of(String.valueOf(asked(session, client, vector, reader))))
                                .as(vector.name())
                                .isEqualTo(MiForm.of(text));
                }
            }
        }
        all.assertAll();
    }

    /// An empty datagram is not answered, and every other is.
    private static @Nullable String asked(MiSession session, MiTalk client, GoldenVector vector, String reader)
            throws IOException {
        String before = BEFORE.get(vector.name());
        if (session.isEarly() && before != null) {
            assertThat(client.ask(before)).startsWith("200 OK\n");
        }
        String request = new String(vector.bytes("request"), ISO_8859_1);
        if (request.isEmpty()) {
            client.send(request);
            return null;
        }
        if (request.startsWith(":log_level:\n")) {
            // a process of the captured server becomes a thread of this one
            request = request.replaceFirst("\n\\d{5}\n", "\n" + reader + "\n");
        }
        return client.ask(request);
    }

    /// The seconds since the start are the one number that changed while it was captured.
    private static @Nullable String withoutSeconds(@Nullable String reply) {
        return reply == null ? null : reply.replaceFirst("(\ncore:timestamp(:: | = ))\\d+\n", "$1?\n");
    }

    private static String reader(MiTalk client) throws IOException {
        Matcher row = READER.matcher(client.ask(":ps:\n"));
        assertThat(row.find()).isTrue();
        return row.group(1);
    }
}
