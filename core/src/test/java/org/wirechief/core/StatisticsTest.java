package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class StatisticsTest {
    private final AtomicLong number = new AtomicLong(5);
    private final Statistic count = new Statistic("net", "requests", "", number::get);
    private final Statistic gauge = new Statistic("net", "open", Statistic.Kind.GAUGE, "", number::get);
    private final Statistics statistics = new Statistics();

    @Test
    void aCountStartsAgainFromZeroAndTheNumberItselfIsLeftAlone() {
        statistics.add(List.of(count, gauge));
        statistics.reset(count);
        statistics.reset(gauge);
        number.addAndGet(2);
        assertThat(statistics.value(count)).isEqualTo(2);
        assertThat(statistics.value("net", "requests")).isEqualTo(2);
        assertThat(statistics.value(gauge)).isEqualTo(7);
        assertThat(count.value().getAsLong()).isEqualTo(7);
    }

    @Test
    void groupsAndNamesAreFoundInTheOrderTheyCame() {
        statistics.add(List.of(count));
        statistics.add(List.of(new Statistic("core", "slow", "", () -> 1), gauge));
        assertThat(statistics.groups()).containsExactly("net", "core");
        assertThat(statistics.list("net")).containsExactly(count, gauge);
        assertThat(statistics.list("none")).isEmpty();
        assertThat(statistics.find("net", "open")).contains(gauge);
        assertThat(statistics.find("net", "none")).isEmpty();
        assertThatThrownBy(() -> statistics.value("net", "none"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("net:none");
    }

    @Test
    void twoOfOneNameAreRefused() {
        statistics.add(List.of(count));
        assertThatThrownBy(() -> statistics.add(List.of(count)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("net:requests");
    }

    @Test
    void allAreAddedOrNone() {
        statistics.add(List.of(count));
        assertThatThrownBy(() -> statistics.add(List.of(gauge, count))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> statistics.add(List.of(gauge, gauge)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("net:open");
        assertThat(statistics.list()).containsExactly(count);
        statistics.add(List.of(gauge));
        assertThat(statistics.list()).containsExactly(count, gauge);
    }

    @Test
    void aGroupStaysTogetherWhereItsFirstNumberCame() {
        Statistic other = new Statistic("core", "slow", "", () -> 1);
        statistics.add(List.of(count, other));
        statistics.add(List.of(gauge));

        assertThat(statistics.list()).containsExactly(count, gauge, other);
    }

    @Test
    void aGroupThatChangesIsToldToWhoeverAsksForItOnly() {
        List<Statistic> now = new ArrayList<>();
        statistics.add(List.of(count));
        statistics.add(new ChangingGroup("peers", () -> List.copyOf(now)));
        assertThat(statistics.list("peers")).isEmpty();
        Statistic lost = new Statistic("peers", "lost/a", Statistic.Kind.GAUGE, "", () -> 3);
        now.add(lost);

        assertThat(statistics.groups()).containsExactly("net", "peers");
        assertThat(statistics.list("peers")).containsExactly(lost);
        assertThat(statistics.listIgnoringCase("Peers")).containsExactly(lost);
        assertThat(statistics.find("peers", "lost/a")).contains(lost);
        assertThat(statistics.find("peers", "lost/b")).isEmpty();
        assertThat(statistics.find("lost/a")).isEmpty();
        assertThat(statistics.list()).containsExactly(count);
        assertThatThrownBy(() -> statistics.add(new ChangingGroup("net", List::of)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("net");
    }

    @Test
    void miLooksForGroupsInAnyCaseAndForNamesExactly() {
        Statistic second = new Statistic("core", "requests", "", () -> 1);
        statistics.add(List.of(count, gauge, second));

        assertThat(statistics.listIgnoringCase("NeT")).containsExactly(count, gauge);
        assertThat(statistics.list("NeT")).isEmpty();
        assertThat(statistics.find("requests")).contains(count);
        assertThat(statistics.find("Requests")).isEmpty();
        assertThat(statistics.find("net:requests")).isEmpty();
    }

    @Test
    void numbersAre64BitsWide() {
        number.set(Long.MAX_VALUE);
        statistics.add(List.of(count));

        assertThat(statistics.value(count)).isEqualTo(Long.MAX_VALUE);
    }

    /// A program may hold a lock of its own that a number needs, too.
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whoeverLooksDoesNotWaitForANumberThatIsReset() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Statistic slow = new Statistic("demo", "slow", "", () -> {
            asked.countDown();
            try {
                looked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1;
        });
        statistics.add(List.of(count, slow));
        Thread resetter = Thread.ofVirtual().start(() -> statistics.reset(slow));
        asked.await();

        assertThat(statistics.value("net", "requests")).isEqualTo(5);
        assertThat(statistics.groups()).containsExactly("net", "demo");

        looked.countDown();
        resetter.join();
    }
}
