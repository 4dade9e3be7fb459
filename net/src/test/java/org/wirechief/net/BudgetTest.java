package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Connections beyond the budget are closed at once (spec ctl §7.7).
final class BudgetTest {

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void connectionBeyondTheBudgetIsClosed(Carrier carrier) throws Exception {
        try (var door = new Door(carrier, StreamLimits.DEFAULT, 2, Lines.echoing());
                var first = door.dial();
                var second = door.dial();
                var third = door.dial()) {
            assertThat(third.isEnded()).isTrue();
            assertThat(first.send("a\n").read(4)).isEqualTo("<a>\n");
            assertThat(second.send("b\n").read(4)).isEqualTo("<b>\n");
            assertThat(door.counters.refusedOverLimit.sum()).isEqualTo(1);
            assertThat(door.counters.accepted.sum()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void placeIsFreeAgainAfterClose(Carrier carrier) throws Exception {
        try (var door = new Door(carrier, StreamLimits.DEFAULT, 1, Lines.echoing())) {
            for (int i = 0; i < 20; i++) {
                try (var client = door.dial()) {
                    assertThat(client.send("a\n").read(4)).isEqualTo("<a>\n");
                }
                Waiting.until(() -> door.budget.open() == 0);
            }
            assertThat(door.counters.refusedOverLimit.sum()).isZero();
        }
    }

    @Test
    void listenersShareOneBudget() throws Exception {
        try (var door = new Door(Carrier.UNIX, StreamLimits.DEFAULT, 1, Lines.echoing());
                var second = StreamListener.open(
                        door.loop,
                        Address.tcp("127.0.0.1", 0),
                        FileAccess.PRIVATE,
                        StreamLimits.DEFAULT,
                        door.budget,
                        door.counters,
                        Lines.echoing());
                var inside = door.dial()) {
            assertThat(inside.send("a\n").read(4)).isEqualTo("<a>\n");

            try (var outside = RawClient.to(second.bound())) {
                assertThat(outside.isEnded()).isTrue();
            }
        }
    }

    @Test
    void countsRightWhileItsSizeChanges() throws Exception {
        var budget = new ConnectionBudget(1);
        assertThat(budget.take()).isTrue();
        var isOver = new AtomicBoolean();
        Thread changing = Thread.ofPlatform().start(() -> {
            while (!isOver.get()) {
                budget.changeMax(1000);
                budget.changeMax(1);
            }
        });
        for (int i = 0; i < 3_000_000; i++) {
            if (budget.take()) {
                budget.giveBack();
            }
        }
        isOver.set(true);
        changing.join();

        assertThat(budget.open()).isEqualTo(1);
    }

    @Test
    void budgetLetsSomebodyIn() {
        assertThatThrownBy(() -> new ConnectionBudget(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }
}
