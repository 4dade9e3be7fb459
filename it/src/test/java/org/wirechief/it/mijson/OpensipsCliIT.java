package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawDatagrams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `opensips-cli` and its library were seen to do, done again as they do it (spec mi-json
/// §15).
class OpensipsCliIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<CliExchange> exchanges(String carrier) {
        return CliExchange.ofAll().stream()
                .filter(exchange -> exchange.carrier().equals(carrier))
                .filter(exchange -> !exchange.vector().startsWith("cli.pretty."))
                .toList();
    }

    @Test
    void overTheFifo() throws Exception {
        SoftAssertions all = new SoftAssertions();
        try (MiFifoServer server = MiFifoServer.start()) {
            for (CliExchange exchange : exchanges("fifo")) {
                judge(all, exchange, ask(server, exchange));
            }
        }
        all.assertAll();
    }

    /// Looks whether the server is there, writes, and only then opens its reply FIFO; reads a line.
    private static String ask(MiFifoServer server, CliExchange exchange) throws Exception {
        Files.newOutputStream(server.fifo(), StandardOpenOption.WRITE).close();
        String name = "opensips_fifo_reply_20356_1763689360_" + exchange.id();
        Path reply = server.makeReply(name);
        Files.setPosixFilePermissions(reply, PosixFilePermissions.fromString("rw-rw-rw-"));
        server.write(":" + name + ":" + exchange.json());
        FutureTask<String> line = new FutureTask<>(() -> {
            try (BufferedReader reader = Files.newBufferedReader(reply)) {
                return String.valueOf(reader.readLine());
            }
        });
        Thread.ofPlatform().daemon().start(line);
        String answer = MiFifoServer.get(line);
        Files.delete(reply);
        return answer;
    }

    @Test
    void overDatagrams() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String dialect : List.of("json", "auto")) {
            try (MiServer server = MiServer.start("udp4", OpenSips::addTo, mi -> mi.dialect(dialect))) {
                for (CliExchange exchange : exchanges("udp4")) {
                    // a socket of its own for each
                    try (RawDatagrams client = server.connect()) {
                        client.send(exchange.json().getBytes(ISO_8859_1));
                        judge(all, exchange, new String(client.receive(), ISO_8859_1));
                    }
                }
            }
        }
        all.assertAll();
    }

    private static void judge(SoftAssertions all, CliExchange exchange, String answer) {
        String end = ",\"id\":\"" + exchange.id() + "\"}";
        all.assertThat(answer).as(exchange.toString()).endsWith(end);
        JsonNode got = JSON.readTree(answer);
        if (exchange.otherwise() != null) {
            all.assertThat(answer).as(exchange.toString()).isEqualTo(exchange.otherwise() + end);
        } else if (exchange.error() != null) {
            all.assertThat(error(got.path("error"))).as(exchange.toString()).isEqualTo(exchange.error());
        } else if (exchange.method().equals("which")
                && exchange.request().path("params").isEmpty()) {
            all.assertThat(names(got)).as(exchange.toString()).containsAll(served());
        } else if (exchange.hasOtherNames() || (exchange.reply() == null && exchange.result() == null)) {
            all.assertThat(got.path("result").isObject())
                    .as(exchange.toString())
                    .isTrue();
        } else {
            String wanted = exchange.reply() == null
                    ? Objects.requireNonNull(exchange.result())
                    : JSON.readTree(exchange.reply()).path("result").toString();
            all.assertThat(JsonShape.of(bytes(got.path("result").toString())))
                    .as(exchange.toString())
                    .isEqualTo(JsonShape.of(bytes(wanted)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /// As the client prints it.
    private static String error(JsonNode error) {
        return error.path("code").asInt() + ": " + error.path("message").asString() + " ("
                + error.path("data").asString() + ")";
    }

    private static List<String> names(JsonNode which) {
        return which.path("result").valueStream().map(JsonNode::asString).toList();
    }

    /// The client refuses what `which` does not list.
    private static List<String> served() {
        return CliExchange.ofAll().stream()
                .filter(CliExchange::isServed)
                .map(CliExchange::method)
                .filter(method -> !method.equals("mi"))
                .distinct()
                .collect(Collectors.toList());
    }

    /// `cli.pretty.fifo`: the client reads one line, so an answer for people is none for it.
    @Test
    void anAnswerForPeopleHasSeveralLines() throws Exception {
        CliExchange exchange = CliExchange.ofAll().stream()
                .filter(one -> one.vector().equals("cli.pretty.fifo"))
                .findFirst()
                .orElseThrow();
        try (MiFifoServer server = MiFifoServer.start(program -> program, mi -> mi.prettyPrinting(true))) {
            assertThat(ask(server, exchange)).isEqualTo("{");
        }
    }
}
