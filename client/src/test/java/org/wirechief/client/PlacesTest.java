package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Waiting for a place.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class PlacesTest {
    private static Exchange call(boolean inTurn) {
        return new Exchange("fifo:/x", "version", Arguments.NONE, Duration.ofMillis(20), inTurn);
    }

    /// The time of a call that waits for its turn has not begun, however long that takes.
    @Test
    void aCallWhoseTimeHasNotBegunWaitsOn() throws Exception {
        var places = new Places(1);
        assertThat(places.take(call(true))).isTrue();
        Exchange second = call(true);
        var waiting = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                waiting.complete(places.take(second));
            } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });
        Thread.sleep(200);
        assertThat(waiting).isNotDone();
        places.leave();

        assertThat(waiting.get()).isTrue();
        assertThat(second.waitsForItsTurn()).isFalse();
    }

    @Test
    void whereNothingIsSentAnyMoreNobodyWaits() throws Exception {
        var places = new Places(Integer.MAX_VALUE);
        places.close();
        places.close();
        assertThat(places.take(call(false))).isTrue();

        var few = new Places(1);
        few.close();
        for (int i = 0; i < 1000; i++) {
            assertThat(few.take(call(false))).isTrue();
        }
    }

    @Test
    void aCallWhoseTimeRunsDoesNot() throws Exception {
        var places = new Places(1);
        assertThat(places.take(call(false))).isTrue();
        Exchange second = call(false);

        assertThat(places.take(second)).isFalse();
        assertThatThrownBy(second::await).isInstanceOf(CallTimedOut.class).hasMessageContaining("not sent");
    }
}
