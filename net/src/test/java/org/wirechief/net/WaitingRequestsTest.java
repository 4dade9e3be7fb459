package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WaitingRequestsTest {
    private final WaitingRequests waiting = new WaitingRequests();

    @Test
    void whoeverCameFirstIsTheOldestWhateverGoesBetween() {
        WaitingRequest first = request(1);
        WaitingRequest second = request(2);
        WaitingRequest third = request(3);
        List.of(first, second, third).forEach(waiting::add);

        waiting.remove(second);
        assertThat(waiting.oldest()).isSameAs(first);
        waiting.remove(first);
        assertThat(waiting.oldest()).isSameAs(third);
        assertThat(waiting.count()).isEqualTo(1);
        assertThat(waiting.bytes()).isEqualTo(3);
        waiting.remove(third);
        assertThat(waiting.oldest()).isNull();
        assertThat(waiting.count()).isZero();
        assertThat(waiting.bytes()).isZero();
    }

    @Test
    void aSetInOrderDoesTheSame() {
        Random random = new Random(5);
        Set<WaitingRequest> same = new LinkedHashSet<>();
        for (int i = 0; i < 20_000; i++) {
            if (same.isEmpty() || random.nextInt(100) < 55 - same.size() / 20) {
                WaitingRequest added = request(random.nextInt(1000));
                waiting.add(added);
                same.add(added);
            } else {
                WaitingRequest removed = new ArrayList<>(same).get(random.nextInt(same.size()));
                waiting.remove(removed);
                same.remove(removed);
            }
            assertThat(waiting.count()).isEqualTo(same.size());
            assertThat(waiting.oldest()).isSameAs(same.stream().findFirst().orElse(null));
            assertThat(waiting.bytes())
                    .isEqualTo(same.stream().mapToLong(WaitingRequest::bytes).sum());
        }
    }

    private static WaitingRequest request(int bytes) {
        ReplyQueue queue = new ReplyQueue(ReplyPath.of("/tmp", new byte[] {'a'}), 0);
        return new WaitingRequest(queue, _ -> {}, bytes, 0, 0);
    }
}
