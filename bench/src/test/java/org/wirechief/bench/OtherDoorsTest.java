package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.server.Wirechief;

/// Servers of ours, which must not be blamed, over the doors that are not BINRPC's.
class OtherDoorsTest {
    @TempDir
    Path folder;

    @Test
    void textAndJsonOverOneUnixSocket() throws IOException {
        Path path = folder.resolve("mi");
        try (var chief = Wirechief.builder()
                .endpoint(MiDatagram.listening(path.toString()))
                .start()) {
            assertThat(chief.doors()).isNotEmpty();
            assertAnswersAll(Target.parse("mi:" + path), new Load(3, 5));
            assertAnswersAll(Target.parse("mi:json:" + path), new Load(3, 5));
        }
    }

    @Test
    void jsonOverFifosThatAreGoneAfterwards() throws IOException {
        Path path = folder.resolve("fifo");
        try (var chief = Wirechief.builder()
                .endpoint(MiFifo.at(path.toString()).replyDir(folder.toString()))
                .start()) {
            assertThat(chief.doors()).isNotEmpty();
            assertAnswersAll(Target.parse("fifo:" + path).withReplies(folder), new Load(2, 40));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(path);
            }
        }
    }

    private static void assertAnswersAll(Target target, Load load) throws IOException {
        Generator generator = new Generator(target, CpuTime.unknown());
        Exchange exchange =
                generator.learn(Exchange.asking(target.carrier().dialect(), List.of()), Duration.ofSeconds(60));
        Timing timing = new Timing(Duration.ZERO, Duration.ofSeconds(60), 1000, Duration.ofSeconds(60));

        Measurement found = generator.run(exchange, load, timing);

        assertThat(found.defects()).isEqualTo(Defects.NONE);
        assertThat(found.replies()).isGreaterThanOrEqualTo(1000);
    }
}
