package org.wirechief.endpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.core.Vocabulary;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.OwnSockets;
import org.wirechief.endpoint.SourceGuards;
import org.wirechief.endpoint.Taps;

class TraceWarningsTest {
    private static final List<CommandSpec> COMMANDS = List.of(
            CommandSpec.named("cache_store")
                    .alias("put")
                    .canonical("cachedb_local:store")
                    .vocabulary(Vocabulary.MI)
                    .run((_, _) -> {}),
            CommandSpec.named("core.psx").vocabulary(Vocabulary.RPC).run((_, _) -> {}),
            CommandSpec.named("demo.both").run((_, _) -> {}));

    private static final Commands REGISTRY = new Commands(COMMANDS);

    private static List<String> warnings(String list, Vocabulary asked) {
        Taps taps = new Taps();
        taps.add("hd", new Unheard());
        Host host = new Host(
                new Dispatch(REGISTRY, List.of()),
                new Events(),
                InstantSource.system(),
                InstantSource.system(),
                ChronoUnit.FOREVER.getDuration(),
                _ -> {},
                new OwnSockets(),
                new SourceGuards(),
                taps);
        return TraceWarnings.of(TracePolicy.initial("ctl").to("hd").only(list), host, asked);
    }

    /// Warned of is exactly what lets no command of the door pass.
    @ParameterizedTest
    @EnumSource(
            value = Vocabulary.class,
            names = {"MI", "RPC"})
    void theListAndTheWarningMeanTheSame(Vocabulary asked) {
        for (String entry : List.of(
                "cache_store",
                "put",
                "cachedb_local:store",
                "store",
                "core.psx",
                "core:psx",
                "psx",
                "demo.both",
                "demo:both",
                "both",
                "nosuch",
                "local:store",
                "cachedb_local",
                "CACHE_STORE")) {
            TraceList list = TraceList.parse("ctl", "w: " + entry);
            boolean letsPass =
                    REGISTRY.list(asked).stream().anyMatch(command -> list.passes(Octets.of(command.name()), command));
            assertThat(warnings("w: " + entry, asked).isEmpty()).as(entry).isEqualTo(letsPass);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache_store", "put", "cachedb_local:store", "store", "demo:both"})
    void noNameOfACommandIsWarnedOf(String entry) {
        assertThat(warnings("b: " + entry, Vocabulary.MI)).isEmpty();
    }

    @Test
    void whatIsNoCommandOfTheDoorIs() {
        assertThat(warnings("b: core.psx, cache_stor", Vocabulary.MI))
                .containsExactly(
                        "ctl.trace_bwlist: there is no command 'cache_stor'; did you mean 'cache_store'?",
                        "ctl.trace_bwlist: there is no command 'core.psx'");
    }

    /// Nothing is told in these tests.
    private static final class Unheard implements Tap {
        @Override
        public int replyRoom() {
            return 0;
        }

        @Override
        public Exchange exchange(Ends ends, String backend) {
            throw new AssertionError("nothing is told");
        }

        @Override
        public void untold(Exception why) {
            throw new AssertionError(why);
        }
    }
}
