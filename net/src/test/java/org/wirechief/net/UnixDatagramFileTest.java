package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The path of a Unix datagram socket, and what is there already.
final class UnixDatagramFileTest {
    private final Path path = Door.freshDirectory().resolve("door");

    @ParameterizedTest
    @ValueSource(ints = {0600, 0660, 0666, 0700, 0777})
    void appearsWithItsMode(int mode) throws Exception {
        try (var listener = open(FileAccess.ofMode(mode))) {
            assertThat(Files.getAttribute(path, "unix:mode")).isEqualTo(0140000 | mode);
            assertThat(path.getParent().toFile().list()).containsExactly("door");
            assertAnswers(listener);
        }
    }

    @Test
    void ownerAndGroup() throws Exception {
        assumeThat(System.getProperty("user.name")).as("needs root").isEqualTo("root");
        try (var listener = open(new FileAccess(0600, "12345", "54321"))) {
            assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(12345);
            assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(54321);
            assertAnswers(listener);
        }
    }

    @Test
    void liveServerKeepsItsPath() throws Exception {
        try (var live = open(FileAccess.PRIVATE)) {
            assertThatThrownBy(() -> open(FileAccess.PRIVATE))
                    .isInstanceOf(BindException.class)
                    .hasMessage("cannot bind unixd:" + path
                            + ": a server is answering there; stop it or choose another path");
            assertAnswers(live);
        }
    }

    @Test
    void liveStreamServerKeepsItsPath() throws Exception {
        try (var live = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            live.bind(UnixDomainSocketAddress.of(path));

            assertThatThrownBy(() -> open(FileAccess.PRIVATE))
                    .hasMessageEndingWith("a server is answering there; stop it or choose another path");
            assertThat(path).exists();
        }
    }

    @Test
    void liveDatagramServerKeepsItsPathFromAStreamServer() throws Exception {
        try (var live = open(FileAccess.PRIVATE)) {
            assertThatThrownBy(() -> StreamServerSocket.open(Address.unixStream(path.toString()), FileAccess.PRIVATE))
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("cannot bind unixs:" + path + ": a socket is there and asking it failed");
            assertAnswers(live);
        }
    }

    @Test
    void socketOfDeadServerIsReplaced() throws Exception {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        try (var listener = open(FileAccess.PRIVATE)) {
            assertAnswers(listener);
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void socketOfDeadDatagramServerIsReplaced() throws Exception {
        UnixClient.at(path).close();
        assertThat(path).exists();

        try (var listener = open(FileAccess.PRIVATE)) {
            assertAnswers(listener);
        }
    }

    @Test
    void regularFileIsLeftAlone() throws Exception {
        Files.writeString(path, "precious");

        assertThatThrownBy(() -> open(FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessage("cannot bind unixd:" + path + ": " + path
                        + " is a regular file, not a socket; remove it yourself if it may go");
        assertThat(path).hasContent("precious");
    }

    @Test
    void directoryIsLeftAlone() throws Exception {
        Files.createDirectory(path);

        assertThatThrownBy(() -> open(FileAccess.PRIVATE)).hasMessageContaining(" is a directory, not a socket");
        assertThat(path).isDirectory();
    }

    @Test
    void unwritableDirectoryIsNamed() throws Exception {
        Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(path.getParent()))
                .as("root may write everywhere")
                .isFalse();

        assertThatThrownBy(() -> open(FileAccess.PRIVATE))
                .hasMessageMatching("cannot bind unixd:.*: " + path.getParent() + " is not writable by uid \\d+");
    }

    @Test
    void longestPathWorks() throws Exception {
        Path longest =
                path.resolveSibling("x".repeat(105 - path.getParent().toString().length()));
        try (var listener = open(longest, FileAccess.PRIVATE)) {
            assertAnswers(listener);
        }
        Path tooLong =
                path.resolveSibling("x".repeat(106 - path.getParent().toString().length()));
        assertThatThrownBy(() -> open(tooLong, FileAccess.PRIVATE))
                .hasMessageEndingWith("the path needs 107 bytes and at most 106 are possible; shorten it");
    }

    private DatagramListener open(FileAccess access) throws IOException {
        return open(path, access);
    }

    private static DatagramListener open(Path path, FileAccess access) throws IOException {
        var address = Address.unixDatagram(path.toString());
        return DatagramListener.open(
                DatagramReaders.one("test door", DatagramDoor.ECHO),
                address,
                access,
                DatagramLimits.DEFAULT,
                new NetCounters());
    }

    private static void assertAnswers(DatagramListener listener) throws IOException {
        try (var client = UnixClient.withAbstractName()) {
            assertThat(client.ask(Path.of(listener.address().name()), "hello")).isEqualTo("hello");
        }
    }
}
