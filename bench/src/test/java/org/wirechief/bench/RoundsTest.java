package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
    @TempDir
    Path folder;

    @Test
    void everySecondRoundGoesBackwards() throws IOException {
        List<String> progress = new ArrayList<>();
        Timing timing = Timing.of(Duration.ZERO, Duration.ofMillis(5));
        Rounds rounds = new Rounds(3, timing, line -> progress.add(line.substring(0, line.indexOf(':'))));
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, Misbehaviour.none())) {
            Generator generator = new Generator(server.target(), CpuTime.unknown());
            Exchange hello = Exchange.asking(Dialect.BINRPC, List.of());
            List<Contestant> contestants = new ArrayList<>();
            for (String name : List.of("a", "b", "c")) {
                contestants.add(Contestant.learning(name, generator, hello, new Load(1, 1), Duration.ofSeconds(60)));
            }

            List<List<Measurement>> found = rounds.of(contestants);

            assertThat(progress).containsExactly("a", "b", "c", "c", "b", "a", "a", "b", "c");
            assertThat(found).hasSize(3).allSatisfy(each -> assertThat(each).hasSize(3));
        }
    }
}
