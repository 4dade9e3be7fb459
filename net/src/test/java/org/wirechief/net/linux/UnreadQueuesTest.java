package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnreadQueuesTest {
    @Test
    void theKernelKnowsWhoHasNotRead() throws IOException {
        try (var pair = new Pair()) {
            var queues = new UnreadQueues(pair.libc, pair.one);
            pair.add(pair.otherName, "unread");
            pair.one.send(pair.out, 0, 1);

            var unread = new UnreadSockets();
            queues.list(unread);
            assertThat(unread.find(pair.libc, pair.otherName)).isNotNull();
            assertThat(unread.find(pair.libc, pair.oneName)).isNull();

            pair.other.receive(pair.in);
            unread.clear();
            queues.list(unread);
            assertThat(unread.find(pair.libc, pair.otherName)).isNull();
        }
    }

    @Test
    void oneSocketIsLookedUpAlone() throws IOException {
        try (var pair = new Pair();
                var elsewhere = new Pair()) {
            var queues = new UnreadQueues(pair.libc, pair.one);
            pair.add(pair.otherName, "unread");
            pair.add(elsewhere.otherName, "unread");
            assertThat(pair.one.send(pair.out, 0, 2)).isEqualTo(2);
            var unread = new UnreadSockets();
            queues.list(unread);
            ListedSocket other = Objects.requireNonNull(unread.find(pair.libc, pair.otherName));
            ListedSocket gone = Objects.requireNonNull(unread.find(pair.libc, elsewhere.otherName));
            assertThat(queues.hasUnread(other)).isTrue();
            assertThat(queues.hasUnread(gone)).isTrue();

            pair.other.receive(pair.in);
            elsewhere.other.close(elsewhere.libc);

            assertThat(queues.hasUnread(other)).isFalse();
            assertThat(queues.hasUnread(gone)).isFalse();
            assertThat(queues.hasUnread(new ListedSocket(other.inode(), other.cookie() + 1)))
                    .isFalse();
        }
    }

    /// As sockets are that get their permissions before anybody can find them.
    @Test
    void aSocketWhoseFileWasRenamedIsKnownUnderItsNewNames(@TempDir Path directory) throws IOException {
        try (var pair = new Pair()) {
            Path bound = directory.resolve("staged");
            Path renamed = directory.resolve("published");
            Path link = directory.resolve("link");
            var socket = LinuxDatagramSocket.unix(pair.libc);
            socket.bind(pair.libc, name(bound));
            Files.move(bound, renamed);
            Files.createSymbolicLink(link, renamed);
            pair.add(name(renamed), "unread");
            assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);

            var unread = new UnreadSockets();
            new UnreadQueues(pair.libc, pair.one).list(unread);

            ListedSocket listed = Objects.requireNonNull(unread.find(pair.libc, name(renamed)));
            assertThat(unread.find(pair.libc, name(link))).isEqualTo(listed);
            assertThat(unread.find(pair.libc, name(directory.resolve("absent"))))
                    .isNull();
            unread.remove(listed);
            assertThat(unread.find(pair.libc, name(bound))).isNull();
            assertThat(unread.find(pair.libc, name(link))).isNull();
            socket.close(pair.libc);
        }
    }

    private static UnixName name(Path path) {
        return UnixName.path(path.toString().getBytes(UTF_8));
    }

    @Test
    void theKernelsErrorIsTold() throws IOException {
        try (var pair = new Pair()) {
            assertThat(new UnreadQueues(pair.libc, pair.one).list(new UnreadSockets()))
                    .isZero();
        }
        // nlmsghdr of an nlmsgerr, as for a family that cannot be listed
        var answer = MemorySegment.ofArray(new int[] {36, 2, 0, 0, -2, 0, 0, 0, 0});
        assertThat(UnreadQueues.refusal(answer, 36)).isEqualTo(-2);
        assertThat(UnreadQueues.refusal(answer, -11)).isEqualTo(-11);
        assertThat(UnreadQueues.refusal(answer, 16)).isZero();
    }

    /// More sockets than one answer of the kernel lists.
    @Test
    void theListIsReadToItsEnd() throws IOException {
        try (var pair = new Pair()) {
            var names = new HashSet<UnixName>();
            var sockets = new HashSet<LinuxDatagramSocket>();
            pair.one.sendBuffer(pair.libc, 1 << 20);
            for (int i = 0; i < 300; i++) {
                var socket = LinuxDatagramSocket.unix(pair.libc);
                socket.bind(pair.libc, UnixName.NONE);
                sockets.add(socket);
                var name = (UnixName) socket.name(pair.libc);
                names.add(name);
                pair.out.clear();
                pair.add(name, "unread");
                assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);
            }

            var unread = new UnreadSockets();
            new UnreadQueues(pair.libc, pair.one, 4096).list(unread);

            assertThat(names).allMatch(name -> unread.find(pair.libc, name) != null);
            sockets.forEach(socket -> socket.close(pair.libc));
        }
    }
}
