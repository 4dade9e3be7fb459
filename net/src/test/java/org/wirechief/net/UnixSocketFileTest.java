package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to the path of a Unix socket, and to what is there already.
final class UnixSocketFileTest {
    private Path directory;
    private Path path;
    private Address address;

    @BeforeEach
    void freshPath() {
        directory = Door.freshDirectory();
        path = directory.resolve("ctl");
        address = Address.unixStream(path.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0600, 0660, 0666, 0700, 0777})
    void appearsWithItsMode(int mode) throws Exception {
        try (var socket = listen(FileAccess.ofMode(mode))) {
            assertThat(Files.getAttribute(path, "unix:mode")).isEqualTo(0140000 | mode);
            assertThat(accepts(socket)).isTrue();
            assertThat(names()).containsExactly("ctl");
        }
    }

    @Test
    void modeZeroKeepsWhatTheUmaskLeaves() throws Exception {
        Path other = directory.resolve("other");
        try (var socket = listen(FileAccess.ofMode(0));
                var plain = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            plain.bind(UnixDomainSocketAddress.of(other));

            assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(other));
            assertThat(accepts(socket)).isTrue();
        }
    }

    @Test
    void isCompleteWhenItIsFirstSeen() throws Exception {
        for (int i = 0; i < 100; i++) {
            var sight = new FutureTask<>(new FirstSight(path));
            Thread.ofPlatform().daemon().start(sight);
            try (var socket = listen(FileAccess.ofMode(0640))) {
                assertThat(sight.get(60, TimeUnit.SECONDS)).isEqualTo("140640 connected");
                assertThat(socket.socket().channel().isOpen()).isTrue();
            }
        }
    }

    @Test
    void socketOfDeadServerIsReplaced() throws Exception {
        staleSocket();

        try (var socket = listen(FileAccess.PRIVATE)) {
            assertThat(accepts(socket)).isTrue();
            assertThat(names()).containsExactly("ctl");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void liveServerKeepsItsPath() throws Exception {
        try (var live = listen(FileAccess.PRIVATE)) {
            assertThatThrownBy(() -> listen(FileAccess.PRIVATE))
                    .isInstanceOf(BindException.class)
                    .hasMessage("cannot bind unixs:" + path
                            + ": a server is answering there; stop it or choose another path");
            assertThat(accepts(live)).isTrue();
            assertThat(names()).containsExactly("ctl");
        }
    }

    @Test
    void busyServerKeepsItsPath() throws Exception {
        try (var busy = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            busy.bind(UnixDomainSocketAddress.of(path), 1);
            List<RawClient> waiting = List.of(dial(), dial());

            assertThatThrownBy(() -> listen(FileAccess.PRIVATE))
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("cannot bind unixs:" + path + ": a socket is there and asking it failed (")
                    .hasMessageEndingWith("); stop its server or choose another path");
            assertThat(names()).containsExactly("ctl");
            for (RawClient client : waiting) {
                client.close();
            }
        }
    }

    @Test
    void regularFileIsLeftAlone() throws Exception {
        Files.writeString(path, "precious");

        assertThatThrownBy(() -> listen(FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessage("cannot bind unixs:" + path + ": " + path
                        + " is a regular file, not a socket; remove it yourself if it may go");
        assertThat(path).hasContent("precious");
        assertThat(names()).containsExactly("ctl");
    }

    @Test
    void directoryAndLinkAreLeftAlone() throws Exception {
        Files.createDirectory(path);
        assertThatThrownBy(() -> listen(FileAccess.PRIVATE)).hasMessageContaining(" is a directory, not a socket");

        Files.delete(path);
        Files.createSymbolicLink(path, directory.resolve("nowhere"));
        assertThatThrownBy(() -> listen(FileAccess.PRIVATE)).hasMessageContaining(" is a symbolic link, not a socket");
        assertThat(names()).containsExactly("ctl");
    }

    @Test
    void missingDirectoryIsNamed() {
        var nowhere = Address.unixStream(directory + "/none/ctl");

        assertThatThrownBy(() -> StreamServerSocket.open(nowhere, FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessageMatching("cannot bind unixs:" + directory + "/none/ctl: there is no directory " + directory
                        + "/none that uid \\d+ can see; create it");
    }

    @Test
    void directoryThatIsNoneIsNamed() throws Exception {
        Files.writeString(path, "");

        assertThatThrownBy(() -> StreamServerSocket.open(Address.unixStream(path + "/ctl"), FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessageEndingWith(path + " is not a directory");
    }

    @Test
    void unwritableDirectoryIsNamed() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(directory)).as("root may write everywhere").isFalse();

        assertThatThrownBy(() -> listen(FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessageMatching("cannot bind unixs:.*: " + directory + " is not writable by uid \\d+");
    }

    @Test
    void tooLongPathIsMeasured() {
        // 106 bytes are possible, here are 107
        String name = "x".repeat(106 - directory.toString().length());
        var tooLong = Address.unixStream(directory + "/" + name);

        assertThatThrownBy(() -> StreamServerSocket.open(tooLong, FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessageEndingWith("the path needs 107 bytes and at most 106 are possible; shorten it");
    }

    @Test
    void longestPathWorks() throws Exception {
        String name = "x".repeat(105 - directory.toString().length());
        try (var socket = autoClosing(Address.unixStream(directory + "/" + name), FileAccess.PRIVATE)) {
            assertThat(accepts(socket)).isTrue();
        }
    }

    @Test
    void unknownUserAndGroupAreNamed() {
        assertThatThrownBy(() -> listen(new FileAccess(0600, "no-such-user", null)))
                .hasMessageEndingWith(": there is no user no-such-user; create it or write another");
        assertThatThrownBy(() -> listen(new FileAccess(0600, null, "no-such-group")))
                .hasMessageEndingWith(": there is no group no-such-group; create it or write another");
        assertThat(path).doesNotExist();
    }

    @Test
    void ownerAloneAndGroupAloneWork() throws Exception {
        assumeRoot(true);

        try (var socket = listen(new FileAccess(0600, "12345", null))) {
            assertThat(socket.socket().channel().isOpen()).isTrue();
            assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(12345);
            assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(0);
        }
        try (var socket = listen(new FileAccess(0600, null, "54321"))) {
            assertThat(socket.socket().channel().isOpen()).isTrue();
            assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(0);
            assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(54321);
        }
    }

    @Test
    void givingFilesAwayNeedsRoot() {
        assumeRoot(false);

        assertThatThrownBy(() -> listen(new FileAccess(0600, "0", null)))
                .isInstanceOf(BindException.class)
                .hasMessageContaining(" may not give it mode 600, user ")
                .hasMessageEndingWith("; run as root or leave user and group out");
        assertThat(names()).isEmpty();
    }

    @Test
    void fileIsRemovedOnlyIfItIsOurs() throws Exception {
        var socket = listen(FileAccess.PRIVATE);
        Files.delete(path);
        Files.writeString(path, "somebody else's");

        socket.close();

        assertThat(path).hasContent("somebody else's");
    }

    @Test
    void socketOfAnotherServerIsNotRemoved() throws Exception {
        var first = listen(FileAccess.PRIVATE);
        Files.delete(path);
        try (var second = listen(FileAccess.PRIVATE)) {
            first.close();

            assertThat(accepts(second)).isTrue();
        }
        assertThat(path).doesNotExist();
    }

    private record Listening(StreamServerSocket socket) implements AutoCloseable {
        @Override
        public void close() {
            socket.close();
        }
    }

    private Listening listen(FileAccess access) throws IOException {
        return autoClosing(address, access);
    }

    private static Listening autoClosing(Address address, FileAccess access) throws IOException {
        return new Listening(StreamServerSocket.open(address, access));
    }

    private static boolean accepts(Listening listening) throws IOException {
        try (var client = RawClient.to(listening.socket().bound());
                var accepted = listening.socket().channel().accept()) {
            return client.channel().isConnected() && accepted != null;
        }
    }

    private RawClient dial() throws IOException {
        SocketAddress server = UnixDomainSocketAddress.of(path);
        return RawClient.to(server);
    }

    private void staleSocket() throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assumeRoot(boolean expected) {
        assumeThat("root".equals(System.getProperty("user.name")))
                .as("this test needs " + (expected ? "root" : "another user than root"))
                .isEqualTo(expected);
    }
}
