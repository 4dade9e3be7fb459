package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.it.live.RawStream;
import org.wirechief.testkit.GoldenVector;

/// Writes the requests that an OpenSIPS read from its FIFO, and compares what comes on the reply
/// FIFOs byte for byte.
class MiFifoVectorsIT {
    @Test
    void everyRequestForAnAnswer() throws Exception {
        SoftAssertions all = new SoftAssertions();
        int played = 0;
        // one is half a request
        try (MiFifoServer server =
                MiFifoServer.start(program -> program, mi -> mi.requestTimeout(Duration.ofSeconds(3)))) {
            for (GoldenVector vector : MiJsonVectors.of("mi_fifo")) {
                if (vector.has("reply_fifo_opened")) {
                    judge(all, vector, server.ask("r1", vector.bytes("request")), false);
                    played++;
                }
            }
        }
        all.assertAll();
        assertThat(played).isEqualTo(75);
    }

    private static String subject(GoldenVector vector) {
        return MiJsonVectors.subject(vector);
    }

    private static void judge(SoftAssertions all, GoldenVector vector, String answer, boolean pretty) {
        String deviation = MiFifoDeviations.ANSWERS.get(subject(vector));
        if (deviation != null) {
            all.assertThat(answer).as(vector.name()).isEqualTo(deviation);
        } else if (vector.hasBytes("reply")) {
            MiJsonBuiltInsIT.judge(all, vector, answer.getBytes(ISO_8859_1), pretty);
        } else {
            all.assertThat(answer).as(vector.name()).isEqualTo(MiFifoServer.PARSE_ERROR);
            all.assertThat(MiFifoDeviations.NO_JSON).contains(subject(vector));
        }
    }

    @Test
    void everyFraming() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (GoldenVector vector : MiJsonVectors.of("mi_fifo")) {
            if (MiFifoDeviations.ELSEWHERE.contains(subject(vector))) {
                continue;
            }
            if (!vector.has("reply_fifo_opened")) {
                try (MiFifoServer server = MiFifoServer.start()) {
                    frame(all, vector, server);
                }
            }
        }
        all.assertAll();
    }

    /// What comes on which reply FIFO.
    private static Map<String, String> expected(GoldenVector vector) {
        Map<String, String> expected = new LinkedHashMap<>();
        vector.json().path("replies").valueStream().forEach(reply -> {
            String name = new String(reply.path("name").asString().getBytes(StandardCharsets.UTF_8), ISO_8859_1);
            byte[] bytes = HexFormat.of().parseHex(reply.path("hex").asString());
            if (reply.path("count").intValue() > 0) {
                expected.put(name, new String(bytes, ISO_8859_1));
            }
        });
        expected.putAll(MiFifoDeviations.REPLIES.getOrDefault(subject(vector), Map.of()));
        return expected;
    }

    private static void compare(SoftAssertions all, GoldenVector vector, String answer, String wanted) {
        if (MiFifoDeviations.NOT_KEPT.contains(subject(vector))) {
            all.assertThat(answer)
                    .as(vector.name())
                    .hasSizeGreaterThan(4096)
                    .startsWith("{\"jsonrpc\":\"2.0\",\"result\":{")
                    .endsWith("},\"id\":1}");
        } else if (MiFifoDeviations.BY_FORM.contains(subject(vector))) {
            all.assertThat(JsonShape.withoutNames(answer.getBytes(ISO_8859_1)))
                    .as(vector.name())
                    .isEqualTo(JsonShape.withoutNames(wanted.getBytes(ISO_8859_1)));
        } else {
            all.assertThat(answer).as(vector.name()).isEqualTo(wanted);
        }
    }

    private static void frame(SoftAssertions all, GoldenVector vector, MiFifoServer server) throws Exception {
        server.ask("x", MiFifoServer.STORE.formatted("long2", "L".repeat(4000)));
        Map<String, String> expected = expected(vector);
        Map<String, FutureTask<String>> readers = new LinkedHashMap<>();
        for (String name : expected.keySet()) {
            readers.put(name, server.reading(name));
        }
        for (byte[] piece : vector.hasBytes("chunks") ? vector.pieces("chunks") : List.of(vector.bytes("request"))) {
            long before = server.statistic("bytes_in");
            server.write(piece);
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> server.statistic("bytes_in") == before + piece.length);
        }
        for (var reader : readers.entrySet()) {
            String answer = MiFifoServer.get(reader.getValue());
            String wanted = expected.getOrDefault(reader.getKey(), "")
                    + (MiFifoDeviations.LOST_BRACE.contains(subject(vector)) ? "}" : "");
            compare(all, vector, answer, wanted);
        }
        // nothing more comes: the next request is the next to be answered
        all.assertThat(server.ask("mark", "{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":1}"))
                .as("after " + vector.name())
                .contains("Method not found");
    }

    /// `side_noreply` to `side_noreader`: whether a request ran shows on what it stored.
    @Test
    void whatNamesNoReplyFifoRunsAndWhatCannotBeAnsweredDoesNot() throws Exception {
        try (MiFifoServer server = MiFifoServer.start()) {
            server.write("::" + MiFifoServer.STORE.formatted("none", "ran"));
            Files.createDirectory(server.reply("dirx"));
            Files.createLink(server.reply("other"), server.makeReply("hardlnk"));
            Files.createSymbolicLink(server.reply("sym"), server.makeReply("target"));
            Files.writeString(server.reply("regular"), "as it was");
            server.makeReply("noreader");
            List<String> unread = List.of("missing", "dirx", "hardlnk", "sym", "regular", "noreader");
            for (String name : unread) {
                server.write(":" + name + ":" + MiFifoServer.STORE.formatted(name, "ran"));
            }
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("reply_fifos_no_reader") == 1);

            assertThat(server.statistic("reply_fifos_refused")).isEqualTo(5);
            assertThat(server.reply("regular")).hasContent("as it was");
            assertThat(server.fetched("none")).contains("\"ran\"");
            for (String name : unread) {
                assertThat(server.fetched(name)).as(name).doesNotContain("\"ran\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"builtins_fifo, false", "builtins_fifo_pretty, true"})
    void everyCommandInOrder(String file, boolean pretty) throws Exception {
        SoftAssertions all = new SoftAssertions();
        try (MiFifoServer server = MiFifoServer.start(program -> program, mi -> mi.prettyPrinting(pretty))) {
            server.ask("x", MiFifoServer.STORE.formatted("k1", "v1"));
            for (GoldenVector vector : MiJsonVectors.of(file)) {
                judge(all, vector, server.ask("r1", vector.bytes("request")), pretty);
            }
        }
        all.assertAll();
    }
}
