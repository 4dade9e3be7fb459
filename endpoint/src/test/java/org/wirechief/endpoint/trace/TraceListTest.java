package org.wirechief.endpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Octets;
import org.wirechief.endpoint.trace.TraceList.Kind;

class TraceListTest {
    private static final CommandSpec PS = CommandSpec.named("ps").run((_, _) -> {});
    private static final CommandSpec VERSION = CommandSpec.named("version").run((_, _) -> {});

    private static boolean passes(String list, String called, CommandSpec meant) {
        return TraceList.parse("mi_datagram", list).passes(Octets.of(called), meant);
    }

    /// `bw-w`, `bw-upper`, `bw-upper-w`, `bw-trailing-comma`; `bw-trailing-comma-blank`, which
    /// the original refuses, since blanks do not count.
    @ParameterizedTest
    @ValueSource(strings = {"b: ps", "B:ps", " b : which , ps ", "b: ps,", "b: ps, "})
    void blackListsKeepTheirCommandsOut(String list) {
        assertThat(passes(list, "ps", PS)).isFalse();
        assertThat(passes(list, "version", VERSION)).isTrue();
        assertThat(passes(list, "nosuch", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"w: ps", "W:ps", "w:which,ps,"})
    void whiteListsLetNothingElsePass(String list) {
        assertThat(passes(list, "ps", PS)).isTrue();
        assertThat(passes(list, "version", VERSION)).isFalse();
        assertThat(passes(list, "nosuch", null)).isFalse();
    }

    /// Not even where the list names it.
    @Test
    void whatIsNoCommandPassesNoWhiteList() {
        assertThat(passes("w: nosuch", "nosuch", null)).isFalse();
    }

    /// `bw-empty-list`, `bw-blank-list`.
    @ParameterizedTest
    @ValueSource(strings = {"b:", "b: "})
    void anEmptyBlackListKeepsNothingOut(String list) {
        assertThat(passes(list, "ps", PS)).isTrue();
    }

    /// However it is called; the last is what 4.0 calls it where no other has that name.
    @ParameterizedTest
    @ValueSource(strings = {"cache_store", "put", "cachedb_local:store", "store"})
    void aCommandCountsByAnyOfItsNames(String listed) {
        CommandSpec spec = CommandSpec.named("cache_store")
                .alias("put")
                .canonical("cachedb_local:store")
                .run((_, _) -> {});

        for (String called : List.of("cache_store", "put", "cachedb_local:store", "store")) {
            assertThat(passes("w: " + listed, called, spec)).as(called).isTrue();
            assertThat(passes("b: " + listed, called, spec)).as(called).isFalse();
        }
        assertThat(passes("w: " + listed, "version", VERSION)).isFalse();
    }

    /// As of a module that is not here, whose callers are there all the same.
    @Test
    void aBlackListKeepsOutWhatIsNoCommandToo() {
        assertThat(passes("b: t_hash", "t_hash", null)).isFalse();
        assertThat(passes("b: t_hash", "nosuch", null)).isTrue();
    }

    /// `bw-bad-type`, `bw-long-type`, `bw-empty`.
    @ParameterizedTest
    @ValueSource(strings = {"x: ps", "black: ps", "", "ps", ":", "b: ,ps", "b: ps,,which"})
    void otherTextIsNone(String list) {
        assertThatThrownBy(() -> TraceList.parse("mi_fifo", list))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith("mi_fifo.trace_bwlist = " + list + ": ");
    }

    @Test
    void theLastListCounts() {
        TracePolicy policy = TracePolicy.initial("ctl").only("b: ps").only("w: version");

        assertThat(policy.list().kind()).isEqualTo(Kind.WHITE);
        assertThat(policy.list().commands()).containsExactly("version");
    }
}
