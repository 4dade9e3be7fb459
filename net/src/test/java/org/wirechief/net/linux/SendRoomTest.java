package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SendRoomTest {
    private static final long SECOND = 1_000_000_000;

    private long now = Long.MAX_VALUE - SECOND / 2;

    @Test
    void theKernelKnowsWhoHasNotRead() throws IOException {
        try (var pair = new Pair()) {
            var list = pair.libc.allocate(32 * 1024);
            pair.add(pair.otherName, "unread");
            pair.one.send(pair.out, 0, 1);

            var unread = new UnreadSockets();
            assertThat(UnreadQueues.collect(pair.libc, list, unread)).isTrue();
            assertThat(unread.contains(pair.libc, pair.otherName)).isTrue();
            assertThat(unread.contains(pair.libc, pair.oneName)).isFalse();

            pair.other.receive(pair.in);
            unread.clear();
            assertThat(UnreadQueues.collect(pair.libc, list, unread)).isTrue();
            assertThat(unread.contains(pair.libc, pair.otherName)).isFalse();
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
            assertThat(UnreadQueues.collect(pair.libc, pair.libc.allocate(32 * 1024), unread))
                    .isTrue();

            assertThat(unread.contains(pair.libc, name(renamed))).isTrue();
            assertThat(unread.contains(pair.libc, name(link))).isTrue();
            assertThat(unread.contains(pair.libc, name(directory.resolve("absent"))))
                    .isFalse();
            socket.close(pair.libc);
        }
    }

    private static UnixName name(Path path) {
        return UnixName.path(path.toString().getBytes(UTF_8));
    }

    /// More sockets than one answer of the kernel lists.
    @Test
    void theListIsReadToItsEnd() throws IOException {
        try (var pair = new Pair()) {
            var list = pair.libc.allocate(4096);
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
            assertThat(UnreadQueues.collect(pair.libc, list, unread)).isTrue();

            assertThat(names).allMatch(name -> unread.contains(pair.libc, name));
            sockets.forEach(socket -> socket.close(pair.libc));
        }
    }

    /// The list of who has not read is good for a moment only.
    @Test
    void whoReadsAtOnceIsNotHeldBackUntilTheNextList() throws IOException {
        try (var pair = new Pair();
                var quick = new Pair()) {
            pair.other.connect(pair.libc, pair.oneName);
            int size = pair.one.sendBuffer(pair.libc, 1_000_000);
            var room = new SendRoom(pair.libc, pair.one, size, () -> now);
            fill(pair, room);

            int sent = 0;
            while (sent < 10_000 && room.allows(quick.otherName, 100)) {
                room.sent(quick.otherName, 100);
                sent++;
            }
            assertThat((long) sent * SendRoom.weight(100)).isBetween(size / 16L - SendRoom.weight(100), size / 16L);
            assertThat(room.allows(quick.oneName, 100)).isTrue();
            assertThat(room.allows(pair.otherName, 100)).isFalse();

            // nothing of it lies unread
            room.look();
            assertThat(room.allows(quick.otherName, 100)).isTrue();
            assertThat(room.allows(pair.otherName, 100)).isFalse();
        }
    }

    /// Listing all sockets takes long beside sending a datagram.
    @Test
    void nothingIsListedAnewWhileNobodyWouldBeHeldBack() throws IOException {
        try (var pair = new Pair();
                var late = new Pair()) {
            pair.other.connect(pair.libc, pair.oneName);
            int size = pair.one.sendBuffer(pair.libc, 1_000_000);
            var room = new SendRoom(pair.libc, pair.one, size, () -> now);
            fill(pair, room);
            late.add(late.otherName, "unread");
            assertThat(late.one.send(late.out, 0, 1)).isEqualTo(1);

            now += SECOND;
            room.look();
            assertThat(room.allows(late.otherName, 100)).isTrue();
            assertThat(room.allows(pair.otherName, 100)).isFalse();
            assertThat(room.allows(late.otherName, 100)).isFalse();
        }
    }

    /// Others do not pay with a system call each for one who does not read.
    @Test
    void whoReadsGetsBatchesBesideOneWhoDoesNot() throws IOException {
        try (var pair = new Pair()) {
            pair.other.connect(pair.libc, pair.oneName);
            int size = pair.one.sendBuffer(pair.libc, 1_000_000);
            var room = new SendRoom(pair.libc, pair.one, size, () -> now);
            fill(pair, room);
            room.look();

            assertThat(room.allowsBeside(31L * SendRoom.weight(100), 100)).isTrue();
            assertThat(room.allowsBeside(size / 16L - SendRoom.weight(100) + 1, 100))
                    .isFalse();
        }
    }

    private static void fill(Pair pair, SendRoom room) {
        room.look();
        while (room.allows(pair.otherName, 100)) {
            pair.out.clear();
            pair.add(pair.otherName, "x".repeat(100));
            assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);
            room.sent(pair.otherName, 100);
            room.look();
        }
    }

    @Test
    void oneThatDoesNotReadLeavesHalfForTheOthers() throws IOException {
        try (var pair = new Pair();
                var third = new Pair()) {
            pair.other.connect(pair.libc, pair.oneName);
            int size = pair.one.sendBuffer(pair.libc, 100_000);
            var room = new SendRoom(pair.libc, pair.one, size);

            int sent = 0;
            room.look();
            while (sent < 10_000 && room.allows(pair.otherName, 100)) {
                pair.out.clear();
                pair.add(pair.otherName, "x".repeat(100));
                assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);
                room.sent(pair.otherName, 100);
                sent++;
                room.look();
            }

            assertThat(pair.one.unreceived(pair.libc)).isBetween(size / 2, size * 3 / 4);
            assertThat(room.allowsBeside(size / 16L, 1)).isFalse();
            assertThat(room.allows(third.oneName, size / 2)).isFalse();
            assertThat(room.allows(third.oneName, 100)).isTrue();

            while (pair.other.receive(pair.in) > 0) {}
            room.look();
            assertThat(room.allows(pair.otherName, 100)).isTrue();
            assertThat(room.allowsBeside(0, 1)).isTrue();
        }
    }
}
