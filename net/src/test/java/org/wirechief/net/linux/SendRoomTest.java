package org.wirechief.net.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SendRoomTest {
    private static final int SIZE = 8 * 1024 * 1024;
    private static final long SECOND = 1_000_000_000;

    private final Libc libc = Libc.shared();
    private final ModelReceivers receivers = new ModelReceivers();
    private final List<Integer> refusals = new ArrayList<>();
    private final SendRoom room = room(SIZE);
    private final UnixName silent = receivers.next();
    private final UnixName quick = receivers.next();

    private SendRoom room(int size) {
        return new SendRoom(libc, receivers, size, () -> receivers.now, refusals::add);
    }

    @AfterEach
    void close() {
        libc.close();
    }

    @Test
    void whoDoesNotReadIsHeldBackWhenHalfIsTaken() {
        fill(room, silent);

        assertThat(receivers.taken()).isBetween(SIZE / 2, SIZE * 5 / 8);
        assertThat(room.allows(silent, 1)).isFalse();
        assertThat(room.allows(quick, 100)).isTrue();
        assertThat(refusals).isEmpty();
    }

    /// The kernel is asked now and then, and lists nothing.
    @Test
    void whoReadsPaysNextToNothing() {
        fill(room, silent);
        receivers.asked = 0;
        receivers.listed = 0;
        receivers.lookedUp = 0;

        for (int i = 0; i < 10_000; i++) {
            receivers.now += SECOND / 1000;
            assertThat(exchange(room, quick, 100)).isTrue();
        }

        // a datagram weighs 1224; half of an eighth of what was left is up to 1/32 of the size
        assertThat(receivers.asked).isBetween(10_000 * 1224 / (SIZE / 32), 60);
        assertThat(receivers.listed).isZero();
        assertThat(receivers.lookedUp).isZero();
    }

    /// However much of a share somebody else leaves unread.
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void whoReadsPaysNextToNothingBesideWhatStaysUnread(int eighths) {
        fill(room, silent);
        int before = receivers.taken();
        int share = (SIZE - before) / 8;
        int most = before + share * eighths / 8 - SendRoom.weight(100);
        UnixName slow = receivers.next();
        while (receivers.taken() <= most) {
            assertThat(exchangeUnread(room, slow, 100)).isTrue();
        }
        receivers.asked = 0;
        receivers.listed = 0;

        for (int i = 0; i < 10_000; i++) {
            receivers.now += SECOND / 1000;
            assertThat(exchange(room, quick, 100)).isTrue();
        }

        assertThat(receivers.asked).isLessThanOrEqualTo(10_000 * 1224 / (share / 4) + 10);
        assertThat(receivers.listed).isLessThanOrEqualTo(1);
    }

    /// Then nobody can be held back.
    @Test
    void isToldOnceThatTheKernelDoesNotList() {
        receivers.refusal = -97;
        for (int i = 0; i < 3; i++) {
            fill(room, silent);
            receivers.now += SECOND;
            assertThat(exchangeUnread(room, silent, 100)).isTrue();
        }

        assertThat(receivers.listed).isGreaterThan(3);
        assertThat(refusals).containsExactly(-97);
    }

    @Test
    void whoIsHeldBackIsLookedUpAloneAndFreeAtOnce() {
        fill(room, silent);
        receivers.listed = 0;
        receivers.lookedUp = 0;
        for (int i = 0; i < 20; i++) {
            receivers.now += SECOND;
            room.look();
            assertThat(room.allows(silent, 100)).isFalse();
        }
        assertThat(receivers.listed).isZero();
        assertThat(receivers.lookedUp).isEqualTo(20);

        receivers.read(silent);

        assertThat(room.allows(silent, 100)).isTrue();
        assertThat(room.allowsBeside(SIZE / 8 - 2 * 1224, 100)).isTrue();
        assertThat(receivers.listed).isZero();
    }

    /// Whoever had something under way when the list was made.
    @Test
    void whoReadsAtOnceIsHeldBackByNoList() {
        var others = receivers(50);
        others.forEach(other -> receivers.take(other, 100));
        fill(room, silent);
        others.forEach(receivers::read);

        assertThat(others).allMatch(other -> room.allows(other, 100));
        assertThat(room.allows(silent, 100)).isFalse();
    }

    @Test
    void manyWhoAreHeldBackAreListedTogether() {
        var all = receivers(1000);
        while (all.stream().filter(one -> exchangeUnread(room, one, 1000)).count() > 0) {}
        receivers.listed = 0;
        receivers.lookedUp = 0;

        for (int i = 0; i < 100; i++) {
            receivers.now += SECOND / 1000;
            for (UnixName one : all) {
                assertThat(room.allows(one, 1000)).isFalse();
            }
        }

        assertThat(receivers.listed).isBetween(50, 110);
        assertThat(receivers.lookedUp).isLessThanOrEqualTo(32 * (receivers.listed + 1));
        receivers.now += SECOND;
        receivers.read(all.get(500));
        assertThat(room.allows(all.get(500), 1000)).isTrue();
    }

    /// A list that takes long is not made often, whatever it is asked for.
    @Test
    void listingTakesAFifthOfTheTimeAtMost() {
        receivers.listNanos = 10_000_000;
        var all = receivers(1000);
        while (all.stream().filter(one -> exchangeUnread(room, one, 1000)).count() > 0) {}
        receivers.listed = 0;
        long start = receivers.now;

        while (receivers.now - start < SECOND) {
            receivers.now += 1_000_000;
            all.forEach(one -> room.allows(one, 1000));
        }

        assertThat(receivers.listed).isBetween(15, 20);
    }

    /// Each takes a part of what the others left, until it is on the list.
    @Test
    void fortyWhoStopReadingOneAfterTheOtherLeaveRoom() {
        fill(room, silent);
        for (int i = 0; i < 40; i++) {
            fill(room, receivers.next());
            receivers.now += SECOND;
            assertThat(exchange(room, quick, 100)).isTrue();
        }
        assertThat(receivers.taken()).isBetween(SIZE * 15 / 16, SIZE - 10_000);
        assertThat(receivers.listed).isBetween(40, 50);
    }

    /// A small buffer, as a process without privileges gets it.
    @Test
    void answersLargerThanAShareGoToWhoReads() {
        var small = room(100_000);
        fill(small, silent);
        receivers.listed = 0;

        for (int i = 0; i < 100; i++) {
            assertThat(exchange(small, quick, 8000)).isTrue();
        }
        assertThat(receivers.listed).isZero();
        assertThat(small.allowsBeside(0, 8000)).isFalse();
        assertThat(small.allows(quick, 30_000)).isFalse();
    }

    @Test
    void whatTheSystemRefusedMakesTheNextRoundAsk() {
        room.look();
        int before = receivers.asked;
        room.look();
        assertThat(receivers.asked).isEqualTo(before);

        room.suspect();
        room.look();

        assertThat(receivers.asked).isEqualTo(before + 1);
    }

    /// Others do not pay with a system call each for one who does not read.
    @Test
    void whoReadsGetsBatchesBesideOneWhoDoesNot() {
        fill(room, silent);
        room.look();

        assertThat(room.allowsBeside(31L * SendRoom.weight(100), 100)).isTrue();
        assertThat(room.allowsBeside(SIZE / 16L - SendRoom.weight(100) + 1, 100))
                .isFalse();
    }

    private List<UnixName> receivers(int count) {
        var all = new ArrayList<UnixName>();
        for (int i = 0; i < count; i++) {
            all.add(receivers.next());
        }
        return all;
    }

    private void fill(SendRoom room, UnixName receiver) {
        while (exchangeUnread(room, receiver, 100)) {}
    }

    private boolean exchange(SendRoom room, UnixName receiver, int length) {
        boolean sent = exchangeUnread(room, receiver, length);
        receivers.read(receiver);
        return sent;
    }

    private boolean exchangeUnread(SendRoom room, UnixName receiver, int length) {
        room.look();
        boolean allowed = room.allows(receiver, length);
        if (allowed) {
            receivers.take(receiver, length);
            room.sent(length);
        }
        return allowed;
    }

    @Test
    void oneThatDoesNotReadLeavesHalfForTheOthers() throws IOException {
        try (var pair = new Pair();
                var third = new Pair()) {
            pair.other.connect(pair.libc, pair.oneName);
            int size = pair.one.sendBuffer(pair.libc, 100_000);
            var real = new SendRoom(pair.libc, pair.one, size);

            int sent = 0;
            real.look();
            while (sent < 10_000 && real.allows(pair.otherName, 100)) {
                pair.out.clear();
                pair.add(pair.otherName, "x".repeat(100));
                assertThat(pair.one.send(pair.out, 0, 1)).isEqualTo(1);
                real.sent(100);
                sent++;
                real.look();
            }

            assertThat(pair.one.unreceived(pair.libc)).isBetween(size / 2, size * 3 / 4);
            assertThat(real.allowsBeside(size / 16L, 1)).isFalse();
            assertThat(real.allows(third.oneName, size / 2)).isFalse();
            assertThat(real.allows(third.oneName, 100)).isTrue();

            while (pair.other.receive(pair.in) > 0) {}
            assertThat(real.allows(pair.otherName, 100)).isTrue();
            assertThat(real.allowsBeside(0, 1)).isTrue();
        }
    }
}
