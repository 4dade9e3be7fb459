package org.wirechief.it.tarball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Path cache = root.home().resolve("lib/server.aot");
        Path kept = root.home().resolve("lib/server.aot.kept");
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

    /// What is linked or loaded at run time is what makes a call start slowly (docs/adr/0006).
    @Test
    void aCallTakesItsClassesFromTheCache() throws Exception {
        Path loads = root.path().resolve("tmp/loads");
        Process server = root.program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/cached")
                .start();
        try {
            Path socket = root.path().resolve("run/cached");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(socket));
            // outside of the root, which has no /dev/urandom: the JDK loads more without it
            String chief = root.home().resolve("bin/chief").toString();
            ProcessBuilder call = new ProcessBuilder(chief, "call", "-s", "unixs:" + socket, "core.echo", "a", "1");
            call.environment().put("_JAVA_OPTIONS", "-Xlog:class+load:file=" + loads);

            assertThat(Outcome.of(call, "").stdout()).isEqualTo("a\n1\n");
        } finally {
            server.destroy();
        }
        List<String> loaded = Files.readAllLines(loads);
        assertThat(loaded).hasSizeGreaterThan(1000);
        List<String> fromElsewhere = loaded.stream()
                .filter(line -> !line.contains("source: shared objects file"))
                // the JVM leaves its events out of every cache
                .filter(line -> !line.contains(" jdk.internal.event."))
                .toList();
        // one of the JDK: it makes a random generator before the first Unix socket, by reflection
        assertThat(fromElsewhere)
                .allMatch(line -> line.contains("LambdaForm$MH"))
                .hasSizeLessThan(2);
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
