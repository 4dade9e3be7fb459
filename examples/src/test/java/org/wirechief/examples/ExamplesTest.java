package org.wirechief.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.client.Client;

/// Runs the programs as a reader of the README would.
final class ExamplesTest {
    @TempDir
    private Path directory;

    @Test
    void theServerGreetsAndTheClientAsksItHowLongItHasBeenUp() throws Exception {
        Path socket = directory.resolve("ctl");
        String address = "unixs:" + socket;
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread server = Thread.ofPlatform().start(() -> {
            try {
                EmbedServer.main(new String[] {address});
                ended.complete("returned");
            } catch (Exception e) {
                ended.complete(e.getClass().getSimpleName());
            }
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(socket) || ended.isDone());

        try (var node = Client.connect(address)) {
            assertThat(node.call("demo.hello", "operator").asText()).isEqualTo("hello operator");
            assertThat(node.call("cnt.get", "demo", "greeted").asLong()).isEqualTo(1);
        }
        assertThat(Integer.parseInt(printedBy(CallNode::main, address).strip())).isBetween(0, 300);
        assertThat(printedBy(CallTogether::main, address).lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("uptime");

        server.interrupt();
        assertThat(ended.get()).isEqualTo("InterruptedException");
        assertThat(socket).doesNotExist();
    }

    private interface Program {
        void run(String[] args) throws Exception;
    }

    private static String printedBy(Program program, String address) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.run(new String[] {address});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
