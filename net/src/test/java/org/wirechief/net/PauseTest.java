package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// While a call runs elsewhere, its connection waits and the others go on.
final class PauseTest {

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void nothingFurtherIsHandledUntilResume(Carrier carrier) throws Exception {
        var handled = new CopyOnWriteArrayList<String>();
        try (var door = Door.open(carrier, blockingOn("slow", handled));
                var client = door.dial();
                var other = door.dial()) {
            client.send("a\nslow\nb\nc\n");
            assertThat(client.read(4)).isEqualTo("<a>\n");
            assertThat(other.send("x\n").read(4)).isEqualTo("<x>\n");
            assertThat(handled).containsExactly("a", "slow", "x");

            door.loop.execute(() -> {
                var waiting = door.connection();
                waiting.send("<done>\n".getBytes(StandardCharsets.ISO_8859_1), 0, 7);
                waiting.resume();
            });

            assertThat(client.read(15)).isEqualTo("<done>\n<b>\n<c>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void bytesThatComeMeanwhileAreHandledAfterwards(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, blockingOn("slow", new CopyOnWriteArrayList<>()));
                var client = door.dial()) {
            client.send("slow\n");
            Waiting.until(() -> door.onLoop(() -> !door.connection().wantsMore()));
            client.send("b\n");

            door.loop.execute(() -> door.connection().resume());

            assertThat(client.read(4)).isEqualTo("<b>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void halfCloseWhilePausedIsAnsweredInFull(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, blockingOn("slow", new CopyOnWriteArrayList<>()));
                var client = door.dial()) {
            client.send("slow\nb\n").shutdownOutput();
            Waiting.until(() -> door.onLoop(() -> !door.connection().wantsMore()));

            door.loop.execute(() -> {
                var waiting = door.connection();
                waiting.send("<done>\n".getBytes(StandardCharsets.ISO_8859_1), 0, 7);
                waiting.resume();
            });

            assertThat(client.readAll()).isEqualTo("<done>\n<b>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void callThatEndsAtOnceMayResumeFromInside(Carrier carrier) throws Exception {
        var handler = Lines.answering((connection, line) -> {
            connection.pause();
            connection.resume();
            return "<" + line + ">";
        });
        try (var door = Door.open(carrier, handler);
                var client = door.dial()) {
            assertThat(client.send("a\nb\n").read(8)).isEqualTo("<a>\n<b>\n");
        }
    }

    /// Pauses at one line and answers all others.
    private static Lines blockingOn(String slow, List<String> handled) {
        return Lines.answering((connection, line) -> {
            handled.add(line);
            if (line.equals(slow)) {
                connection.pause();
                return "";
            }
            return "<" + line + ">";
        });
    }
}
