package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SettingsTest {
    private final AtomicReference<Value> level = new AtomicReference<>(Value.of(6));
    private final AtomicReference<Value> text = new AtomicReference<>(Value.of("old"));
    private final Settings settings = new Settings();

    @BeforeEach
    void add() {
        settings.add(List.of(
                new Setting("server", "level", Setting.Type.INTEGER, "", level::get, value -> {
                    if (value.asLong() > 7) {
                        throw ConfigError.of("server.level", value.asText(), "allowed are 0 to 7");
                    }
                    level.set(value);
                }),
                new Setting("server", "text", Setting.Type.TEXT, "", text::get, text::set)));
    }

    @Test
    void aValueIsPutIntoEffectAndConvertedToItsType() {
        assertThat(settings.set("server", "level", Value.of("3"))).isTrue();
        assertThat(level).hasValue(Value.of(3));
        assertThat(settings.set("server", "text", Value.of(7))).isTrue();
        assertThat(text).hasValue(Value.of("7"));
    }

    @Test
    void whatIsNotThereIsNotSet() {
        assertThat(settings.set("server", "none", Value.of(1))).isFalse();
        assertThat(settings.set("none", "level", Value.of(1))).isFalse();
        assertThat(settings.delay("none", "level", Value.of(1))).isFalse();
        assertThat(settings.reset("none")).isFalse();
    }

    @Test
    void aValueThatCannotBeChangesNothing() {
        assertThatThrownBy(() -> settings.set("server", "level", Value.of(8))).isInstanceOf(ConfigError.class);
        assertThatThrownBy(() -> settings.set("server", "level", Value.of("x")))
                .isInstanceOf(ConfigError.class)
                .hasMessage("server.level = x: takes an integer");
        assertThat(level).hasValue(Value.of(6));
    }

    @Test
    void delayedValuesWaitForTheCommit() {
        settings.delay("server", "level", Value.of(1));
        settings.delay("server", "text", Value.of("new"));
        assertThat(level).hasValue(Value.of(6));
        assertThat(settings.pending())
                .extracting(p -> p.setting().name(), Settings.Pending::old, Settings.Pending::next)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("level", Value.of(6), Value.of(1)),
                        org.assertj.core.groups.Tuple.tuple("text", Value.of("old"), Value.of("new")));
        settings.commit();
        assertThat(level).hasValue(Value.of(1));
        assertThat(text).hasValue(Value.of("new"));
        assertThat(settings.pending()).isEmpty();
    }

    @Test
    void aCommitThatFailsPutsNothingIntoEffectAndKeepsAllWaiting() {
        settings.delay("server", "text", Value.of("new"));
        settings.delay("server", "level", Value.of(9));
        assertThatThrownBy(settings::commit).isInstanceOf(ConfigError.class);
        assertThat(text).hasValue(Value.of("old"));
        assertThat(settings.pending()).hasSize(2);
        settings.rollback();
        assertThat(settings.pending()).isEmpty();
    }

    /// A program may forget which exception says that a value cannot be.
    @Test
    void aCommitThatBreaksDownPutsNothingIntoEffectEither() {
        settings.add(List.of(new Setting("server", "broken", Setting.Type.INTEGER, "", () -> Value.of(0), _ -> {
            throw new IllegalStateException("asked to fail");
        })));
        settings.delay("server", "text", Value.of("new"));
        settings.delay("server", "broken", Value.of(1));
        assertThatThrownBy(settings::commit).isInstanceOf(IllegalStateException.class);
        assertThat(text).hasValue(Value.of("old"));
        assertThat(settings.pending()).hasSize(2);
    }

    /// That one cannot go back must not keep the others from it.
    @Test
    void whatCannotGoBackDoesNotHoldUpTheOthers() {
        settings.add(List.of(new Setting("server", "once", Setting.Type.INTEGER, "", () -> Value.of(0), value -> {
            if (value.asLong() == 0) {
                throw new IllegalStateException("asked not to go back");
            }
        })));
        settings.delay("server", "text", Value.of("new"));
        settings.delay("server", "once", Value.of(1));
        settings.delay("server", "level", Value.of(9));
        assertThatThrownBy(settings::commit)
                .isInstanceOf(ConfigError.class)
                .hasSuppressedException(new IllegalStateException("asked not to go back"));
        assertThat(text).hasValue(Value.of("old"));
    }

    @Test
    void aResetGoesBackToTheValuesOfTheBeginning() {
        settings.set("server", "level", Value.of(0));
        settings.set("server", "text", Value.of("new"));
        assertThat(settings.reset("server")).isTrue();
        assertThat(level).hasValue(Value.of(6));
        assertThat(text).hasValue(Value.of("old"));
    }

    @Test
    void twoOfOneNameAreRefused() {
        Setting twin = settings.list("server").getFirst();
        assertThatThrownBy(() -> settings.add(List.of(twin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("server.level");
    }

    @Test
    void allAreAddedOrNone() {
        Setting fresh = new Setting("server", "fresh", Setting.Type.TEXT, "", text::get, text::set);
        Setting twin = settings.list("server").getFirst();
        Setting broken = new Setting(
                "server",
                "broken",
                Setting.Type.TEXT,
                "",
                () -> {
                    throw new IllegalStateException("asked to fail");
                },
                text::set);
        assertThatThrownBy(() -> settings.add(List.of(fresh, twin))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.add(List.of(fresh, fresh))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.add(List.of(fresh, broken))).isInstanceOf(IllegalStateException.class);
        assertThat(settings.list("server")).hasSize(2);
        settings.add(List.of(fresh));
        assertThat(settings.find("server", "fresh")).contains(fresh);
    }

    /// A program may hold a lock of its own that a setting needs, too.
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whoeverLooksDoesNotWaitForOneThatIsChanged() throws Exception {
        CountDownLatch changing = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        settings.add(List.of(new Setting("demo", "slow", Setting.Type.INTEGER, "", () -> Value.of(0), _ -> {
            changing.countDown();
            try {
                looked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })));
        Thread changer = Thread.ofVirtual().start(() -> settings.set("demo", "slow", Value.of(1)));
        changing.await();

        assertThat(settings.find("demo", "slow")).isPresent();
        assertThat(settings.list("server")).hasSize(2);
        assertThat(settings.delay("server", "level", Value.of(1))).isTrue();
        assertThat(settings.pending()).hasSize(1);
        assertThat(settings.forget("server", "level")).isTrue();
        settings.rollback();

        looked.countDown();
        changer.join();
    }

    @Test
    void whatIsDelayedDuringACommitWaitsForTheNext() {
        settings.add(List.of(new Setting("demo", "more", Setting.Type.INTEGER, "", () -> Value.of(0), _ -> {
            settings.delay("server", "level", Value.of(2));
            settings.delay("server", "text", Value.of("later"));
        })));
        settings.delay("server", "text", Value.of("now"));
        settings.delay("demo", "more", Value.of(1));
        settings.commit();

        assertThat(text).hasValue(Value.of("now"));
        assertThat(level).hasValue(Value.of(6));
        assertThat(settings.pending())
                .extracting(Settings.Pending::next)
                .containsExactlyInAnyOrder(Value.of(2), Value.of("later"));
    }
}
