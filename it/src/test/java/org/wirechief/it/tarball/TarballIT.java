package org.wirechief.it.tarball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirechief.client.Client;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.TlsFiles;

/// The tarball in an empty root: it needs a shell, the C library and nothing else.
class TarballIT {
    @RegisterExtension
    static final Unpacked TARBALL = new Unpacked();

    @Test
    void itsSampleConfigurationIsRight() throws Exception {
        Outcome outcome = TARBALL.root().chief("check", "/wirechief/etc/chief.cfg");

        assertThat(outcome).isEqualTo(new Outcome(0, "/wirechief/etc/chief.cfg: ok, 1 module\n", ""));
    }

    @Test
    void itServes() throws Exception {
        Path log = TARBALL.root().path().resolve("tmp/log");
        Process server = TARBALL.root()
                .program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/ctl")
                .redirectError(log.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Path socket = TARBALL.root().path().resolve("run/ctl");
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

    @ParameterizedTest
    @EnumSource
    void aCacheThatDoesNotFitIsNamedAndNotUsed(Cache cache) throws Exception {
        cache.without(() -> {
            Files.writeString(cache.file(), "not a cache");

            Outcome outcome = TARBALL.root().chief(cache.line.split(" "));

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).startsWith(cache.says);
            assertThat(outcome.stderr()).contains("[aot]");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCacheThatIsMissingIsNamed(Cache cache) throws Exception {
        cache.without(() -> {
            Outcome outcome = TARBALL.root().chief(cache.line.split(" "));

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).startsWith(cache.says);
            assertThat(outcome.stderr()).contains(cache.name, "cannot be read").hasLineCount(1);
        });
    }

    /// The launcher knows a runtime by its image.
    @ParameterizedTest
    @EnumSource
    void aCacheOfARuntimeOfTheSameSizeIsNamed(Cache cache) throws Exception {
        Path image = TARBALL.root().home().resolve("runtime/image");
        String kept = Files.readString(image);
        Files.writeString(image, "0".repeat(64) + "\n");
        try {
            Outcome outcome = TARBALL.root().chief(cache.line.split(" "));

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).startsWith(cache.says);
            assertThat(outcome.stderr())
                    .contains(cache.name, "is of another runtime")
                    .hasLineCount(1);
        } finally {
            Files.writeString(image, kept);
        }
    }

    /// The JVM knows a runtime by the size of its modules.
    @ParameterizedTest
    @EnumSource
    void aCacheOfAnotherRuntimeIsNamedAndNotUsed(Cache cache) throws Exception {
        Path modules = TARBALL.root().home().resolve("runtime/lib/modules");
        long size = Files.size(modules);
        Files.write(modules, new byte[1], StandardOpenOption.APPEND);
        try {
            Outcome outcome = TARBALL.root().chief(cache.line.split(" "));

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).startsWith(cache.says);
            assertThat(outcome.stderr()).contains("[aot]");
        } finally {
            try (FileChannel file = FileChannel.open(modules, StandardOpenOption.WRITE)) {
                file.truncate(size);
            }
        }
    }

    /// A start-up cache, and a command that uses it.
    enum Cache {
        SERVER("lib/server.aot", "/wirechief/etc/chief.cfg: ok, 1 module\n", "check /wirechief/etc/chief.cfg"),
        CLIENT("lib/client.aot", "usage: chief", "help");

        private final String name;
        private final String says;
        private final String line;

        Cache(String name, String says, String line) {
            this.name = name;
            this.says = says;
            this.line = line;
        }

        Path file() {
            return TARBALL.root().home().resolve(name);
        }

        private void without(Callable test) throws Exception {
            Path kept = TARBALL.root().home().resolve(name + ".kept");
            Files.move(file(), kept);
            try {
                test.call();
            } finally {
                Files.move(kept, file(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Something that may throw anything.
    private interface Callable {
        void call() throws Exception;
    }

    @Test
    void itCallsAndAnswers() throws Exception {
        Process server = TARBALL.root()
                .program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/called")
                .start();
        try {
            Path socket = TARBALL.root().path().resolve("run/called");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(socket));

            assertThat(TARBALL.root().chief("call", "-s", "unixs:/run/called", "core.echo", "hello"))
                    .isEqualTo(new Outcome(0, "hello\n", ""));
        } finally {
            server.destroy();
        }
    }

    /// What is linked or loaded at run time is what makes a call start slowly (docs/adr/0006).
    @Test
    void aCallTakesItsClassesFromTheCache() throws Exception {
        Path loads = TARBALL.root().path().resolve("tmp/loads");
        Process server = TARBALL.root()
                .program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/cached")
                .start();
        try {
            Path socket = TARBALL.root().path().resolve("run/cached");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(socket));
            // outside of the root, which has no /dev/urandom: the JDK loads more without it
            String chief = TARBALL.root().home().resolve("bin/chief").toString();
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

    /// Its runtime has what that takes: a trace goes from `proto_hep` to `chief hep`.
    @Test
    void itTracesOverTls() throws Exception {
        String address = "127.0.0.1:" + FreePort.tcp();
        try (TempFolder folder = TempFolder.create()) {
            TlsFiles files = TlsFiles.in(folder, "ip:127.0.0.1");
            Path password = Files.writeString(folder.resolve("password"), TlsFiles.PASSWORD);
            Path config = Files.writeString(
                    folder.resolve("chief.cfg"), """
                    loadmodule "proto_hep.so"
                    modparam("proto_hep", "hep_id", "[hd]%1$s;transport=tls")
                    modparam("proto_hep", "hep_ca_file", "%2$s")
                    loadmodule "ctl.so"
                    modparam("ctl", "binrpc", "unixs:%3$s/ctl")
                    modparam("ctl", "trace_destination", "hd")
                    """.formatted(address, files.certificate(), folder.path()));
            String keys = files.keys().toString();
            Process collector =
                    outside("hep --count 2 --keystore " + keys + " --password-file " + password + " tls:" + address);
            Process server = outside("serve --config " + config);
            try {
                Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(folder.resolve("ctl")));
                try (Client client = Client.connect("unixs:" + folder.resolve("ctl"))) {
                    client.call("core.echo", "x");
                }
                Outcome collected = Outcome.of(collector);
                assertThat(collected.exit()).as(collected.stderr()).isZero();
                assertThat(collected.stdout()).contains("core.echo:ctl:x", "200:OK:200 OK");
            } finally {
                collector.destroy();
                server.destroy();
            }
        }
    }

    /// Starts it outside of the root, which has no `/dev/urandom`.
    private static Process outside(String words) throws IOException {
        String chief = TARBALL.root().home().resolve("bin/chief").toString();
        return new ProcessBuilder((chief + " " + words).split(" ")).start();
    }

    @Test
    void itRunsThroughALink() throws Exception {
        Path link = TARBALL.root().path().resolve("bin/chief-link");
        Files.createSymbolicLink(link, Path.of("../wirechief/bin/chief"));

        // The root has no readlink, so this runs outside of it.
        Outcome outcome = Outcome.of(new ProcessBuilder(link.toString(), "help"), "");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.stdout()).startsWith("usage: chief");
    }
}
