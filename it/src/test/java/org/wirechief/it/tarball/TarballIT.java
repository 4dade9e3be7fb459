package org.wirechief.it.tarball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirechief.client.Client;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;

/// The tarball in an empty root: it needs a shell, the C library and nothing else.
class TarballIT {
    @SuppressWarnings("NullAway.Init")
    private static EmptyRoot root;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        root = EmptyRoot.create();
    }

    @AfterAll
    static void remove() {
        // null when the test was skipped
        if (root != null) {
            root.close();
        }
    }

    @Test
    void itsSampleConfigurationIsRight() throws Exception {
        Outcome outcome = root.chief("check", "/wirechief/etc/chief.cfg");

        assertThat(outcome).isEqualTo(new Outcome(0, "/wirechief/etc/chief.cfg: ok, 1 module\n", ""));
    }

    @Test
    void itServes() throws Exception {
        Path log = root.path().resolve("tmp/log");
        Process server = root.program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/ctl")
                .redirectError(log.toFile())
                .start();
        try {
            Path socket = root.path().resolve("run/ctl");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(socket));
            try (Client client = Client.connect("unixs:" + socket)) {
                assertThat(client.call("core.pwd").asText()).isEqualTo("/");
            }
        } finally {
            server.destroy();
        }
        assertThat(Outcome.of(server).exit()).isZero();
        // Nothing but its own log: the JVM took its cache.
        assertThat(Files.readAllLines(log)).isNotEmpty().allMatch(line -> line.matches("<[0-7]>\\w.*"));
    }

    @Test
    void aCacheThatDoesNotFitIsNamedAndNotUsed() throws Exception {
        Path cache = root.home().resolve("lib/chief.aot");
        Path kept = root.home().resolve("lib/chief.aot.kept");
        Files.move(cache, kept);
        try {
            Files.writeString(cache, "not a cache");

            Outcome outcome = root.chief("check", "/wirechief/etc/chief.cfg");

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).isEqualTo("/wirechief/etc/chief.cfg: ok, 1 module\n");
            assertThat(outcome.stderr()).contains("[aot]");
        } finally {
            Files.delete(cache);
            Files.move(kept, cache);
        }
    }

    @Test
    void itBringsItsManualCompletionAndUnit() throws Exception {
        Path share = root.home().resolve("share");

        assertThat(share.resolve("man/man1/chief.1"))
                .content()
                .startsWith(".TH CHIEF 1")
                .contains(".SS chief call\n");
        assertThat(share.resolve("bash-completion/completions/chief")).content().contains("complete -F _chief chief");
        assertThat(share.resolve("zsh/site-functions/_chief")).content().startsWith("#compdef chief\n");
        assertThat(share.resolve("systemd/wirechief.service"))
                .content()
                .contains("Type=notify", "RuntimeDirectory=wirechief", "User=wirechief");
    }

    @Test
    void itCallsAndAnswers() throws Exception {
        Process server = root.program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/called")
                .start();
        try {
            Path socket = root.path().resolve("run/called");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(socket));

            assertThat(root.chief("call", "-s", "unixs:/run/called", "core.echo", "hello"))
                    .isEqualTo(new Outcome(0, "hello\n", ""));
        } finally {
            server.destroy();
        }
    }

    @Test
    void itRunsThroughALink() throws Exception {
        Path link = root.path().resolve("bin/chief-link");
        Files.createSymbolicLink(link, Path.of("../wirechief/bin/chief"));

        // The root has no readlink, so this runs outside of it.
        Outcome outcome = Outcome.of(new ProcessBuilder(link.toString(), "help"), "");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.stdout()).startsWith("usage: chief");
    }
}
