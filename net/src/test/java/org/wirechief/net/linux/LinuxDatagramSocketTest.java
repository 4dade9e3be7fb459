package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LinuxDatagramSocketTest {

    @Test
    void aBatchGoesOutAndComesIn() throws IOException {
        try (var pair = new Pair()) {
            pair.add(pair.otherName, "first");
            pair.add(pair.otherName, "");
            pair.add(pair.otherName, "third");

            assertThat(pair.one.send(pair.out, 0, 3)).isEqualTo(3);
            assertThat(pair.other.receive(pair.in)).isEqualTo(3);

            assertThat(pair.received(0)).isEqualTo("first");
            assertThat(pair.received(1)).isEmpty();
            assertThat(pair.received(2)).isEqualTo("third");
            assertThat(pair.in.name(2)).isEqualTo(pair.oneName);
            assertThat(pair.in.isCut(2)).isFalse();
        }
    }

    @Test
    void theSenderIsKnown() throws IOException {
        try (var pair = new Pair()) {
            pair.add(pair.otherName, "x");
            pair.one.send(pair.out, 0, 1);
            pair.other.receive(pair.in);

            var self = Path.of("/proc/self");
            int uid = (int) Files.getAttribute(self, "unix:uid");
            int gid = (int) Files.getAttribute(self, "unix:gid");
            assertThat(pair.in.sender(0))
                    .isEqualTo(new Sender((int) ProcessHandle.current().pid(), uid, gid));
        }
    }

    @Test
    void nothingIsThereToReceive() throws IOException {
        try (var pair = new Pair()) {
            assertThat(pair.one.receive(pair.in)).isEqualTo(-11);
        }
    }

    @Test
    void whatDoesNotFitIsCut() throws IOException {
        try (var pair = new Pair()) {
            pair.add(pair.otherName, "x".repeat(100));
            pair.add(pair.otherName, "y".repeat(101));
            pair.add(pair.otherName, "z");
            pair.one.send(pair.out, 0, 3);

            assertThat(pair.other.receive(pair.in)).isEqualTo(3);

            assertThat(pair.in.isCut(0)).isFalse();
            assertThat(pair.in.isCut(1)).isTrue();
            assertThat(pair.in.length(1)).isEqualTo(100);
            assertThat(pair.in.isCut(2)).isFalse();
            assertThat(pair.received(2)).isEqualTo("z");
        }
    }

    /// What one receive has left behind must not show in the next.
    @Test
    void aBatchIsUsedAgain() throws IOException {
        try (var pair = new Pair()) {
            for (int i = 0; i < 20; i++) {
                pair.out.clear();
                pair.add(pair.otherName, "x".repeat(90 + i));
                pair.one.send(pair.out, 0, 1);
                var nobody = LinuxDatagramSocket.unix(pair.libc);
                pair.out.clear();
                pair.add(pair.otherName, "y");
                nobody.send(pair.out, 0, 1);
                nobody.close(pair.libc);

                assertThat(pair.other.receive(pair.in)).isEqualTo(2);

                assertThat(pair.in.name(0)).isEqualTo(pair.oneName);
                assertThat(pair.in.isCut(0)).isEqualTo(90 + i > 100);
                assertThat(pair.received(1)).isEqualTo("y");
                assertThat(pair.in.isCut(1)).isFalse();
                assertThat(pair.in.sender(1)).isNotNull();
            }
        }
    }

    @Test
    void aBatchStopsAtTheFirstThatCannotBeSent() throws IOException {
        try (var pair = new Pair()) {
            pair.add(pair.otherName, "a");
            pair.add(UnixName.path("/nonexistent/socket".getBytes(UTF_8)), "b");
            pair.add(pair.otherName, "c");

            assertThat(pair.one.send(pair.out, 0, 3)).isEqualTo(1);
            assertThat(Errno.ENOENT.is(pair.one.send(pair.out, 1, 3))).isTrue();
            assertThat(pair.one.send(pair.out, 2, 3)).isEqualTo(1);
            assertThat(pair.other.receive(pair.in)).isEqualTo(2);
            assertThat(pair.received(1)).isEqualTo("c");
        }
    }

    @Test
    void whoIsConnectedElsewhereCannotBeSentTo() throws IOException {
        try (var pair = new Pair();
                var third = new Pair()) {
            pair.one.connect(pair.libc, third.oneName);
            pair.add(pair.oneName, "x");

            assertThat(Errno.EPERM.is(pair.other.send(pair.out, 0, 1))).isTrue();
        }
    }

    @Test
    void connectedToItsServer() throws IOException {
        try (var pair = new Pair()) {
            pair.one.connect(pair.libc, pair.otherName);
            pair.add(UnixName.NONE, "to the one I know");

            assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);
            assertThat(pair.other.receive(pair.in)).isEqualTo(1);
        }
    }

    @Test
    void refusalsAreNamed() throws IOException {
        try (var pair = new Pair()) {
            var gone = UnixName.path("/nonexistent/socket".getBytes(UTF_8));

            assertThatThrownBy(() -> pair.one.connect(pair.libc, gone))
                    .isInstanceOf(LinuxException.class)
                    .hasMessage("connect: no such file or directory (ENOENT)");
            assertThatThrownBy(() -> pair.one.bind(pair.libc, gone)).hasMessageStartingWith("bind: ");
        }
    }

    /// Somebody sends an open file along, here a socket: it must not become ours.
    @Test
    void foreignFilesAreNotOpened() throws IOException {
        try (var pair = new Pair()) {
            var passed = LinuxDatagramSocket.unix(pair.libc);
            passed.bind(pair.libc, UnixName.NONE);
            var name = passed.name(pair.libc);
            var control = pair.libc.allocate(24);
            control.set(JAVA_LONG, 0, 20);
            control.set(JAVA_INT, 8, 1); // SOL_SOCKET
            control.set(JAVA_INT, 12, 1); // SCM_RIGHTS
            control.set(JAVA_INT, 16, passed.fd());
            pair.add(pair.otherName, "with a file");
            pair.out.header(0).set(ADDRESS, MessageLayout.CONTROL, control);
            pair.out.header(0).set(JAVA_LONG, MessageLayout.CONTROL_LENGTH, 20);

            assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);
            passed.close(pair.libc);
            assertThat(pair.other.receive(pair.in)).isEqualTo(1);

            assertThat(pair.received(0)).isEqualTo("with a file");
            assertThat(pair.in.sender(0)).isNotNull();
            assertThatThrownBy(() -> pair.one.connect(pair.libc, name))
                    .hasMessage("connect: nobody listens there (ECONNREFUSED)");
        }
    }
}
