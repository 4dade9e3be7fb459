package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that drops, swaps, corrupts or repeats replies must be noticed, and one that does not
/// must not be blamed.
class GeneratorTest {
    private static final Exchange HELLO = Exchange.asking(Dialect.BINRPC, "core.echo", List.of("hello"))
            .expecting(new byte[] {0x61, 'h', 'e', 'l', 'l', 'o', 0});
    private static final Duration LONG = Duration.ofSeconds(60);

    /// Long enough to be fair to a busy machine; a reply that takes longer still is late, not lost.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"UNIXS", "TCP", "UDP"})
    void findsNothingWrongWithAnHonestServer(Carrier carrier) throws IOException {
        try (var server = ScriptedServer.open(carrier, folder, Misbehaviour.none())) {
            Measurement found = run(server, new Load(3, 5), 2000, LONG);

            assertThat(found.defects()).isEqualTo(Defects.NONE);
            assertThat(found.replies()).isBetween(2000L, (long) server.requests());
            assertThat(found.latency().getTotalCount()).isEqualTo(found.replies());
        }
    }

    @Test
    void putsRepliesTogetherThatComeByteByByte() throws IOException {
        Misbehaviour slow = (n, cookie) -> {
            List<byte[]> pieces = new ArrayList<>();
            for (byte octet : Misbehaviour.reply(cookie)) {
                pieces.add(new byte[] {octet});
            }
            return pieces;
        };
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, slow)) {
            Measurement found = run(server, new Load(2, 4), 200, LONG);

            assertThat(found.defects()).isEqualTo(Defects.NONE);
            assertThat(found.replies()).isGreaterThanOrEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIXS", "UDP"})
    void countsDroppedRepliesAsLost(Carrier carrier) throws IOException {
        var dropped = new AtomicInteger();
        Misbehaviour script = Misbehaviour.every(100, (n, cookie) -> {
            dropped.incrementAndGet();
            return List.of();
        });
        try (var server = ScriptedServer.open(carrier, folder, script)) {
            Defects found = run(server, new Load(2, 8), 1000, PATIENCE).defects();

            assertThat(found.lost() - found.late()).isEqualTo(dropped.get()).isPositive();
            assertThat(found.wrong()).isZero();
            assertThat(found.first()).isEqualTo("a request was not answered in time");
        }
    }

    @Test
    void noticesRepliesThatOvertakeEachOtherOnAStream() throws IOException {
        List<byte[]> held = new ArrayList<>();
        Misbehaviour script = (n, cookie) -> {
            List<byte[]> now = new ArrayList<>();
            if (n % 10 == 3) {
                held.add(Misbehaviour.reply(cookie));
            } else {
                now.add(Misbehaviour.reply(cookie));
                now.addAll(held);
                held.clear();
            }
            return now;
        };
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, script)) {
            Defects found = run(server, new Load(1, 4), 1000, PATIENCE).defects();

            assertThat(found.wrong()).isPositive();
            assertThat(found.first()).isEqualTo("a reply after the reply to a later request");
        }
    }

    @Test
    void noticesOneWrongByte() throws IOException {
        Misbehaviour script = Misbehaviour.every(50, (n, cookie) -> {
            byte[] reply = Misbehaviour.reply(cookie);
            reply[reply.length - 2] = 'p';
            return List.of(reply);
        });
        assertEveryFiftiethIsWrong(script, "a reply with another body: [Text[value=hellp]]");
    }

    @Test
    void noticesFaults() throws IOException {
        Misbehaviour script = Misbehaviour.every(
                50,
                (n, cookie) -> List.of(Misbehaviour.packet(
                        new int[] {0xA1, 0x33, 0x07}, cookie, new int[] {0x20, 0x01, 0xF4, 0x31, 'n', 'o', 0})));
        assertEveryFiftiethIsWrong(script, "fault 500: no");
    }

    @Test
    void noticesRepliesThatComeTwice() throws IOException {
        Misbehaviour script =
                Misbehaviour.every(50, (n, cookie) -> List.of(Misbehaviour.reply(cookie), Misbehaviour.reply(cookie)));
        assertEveryFiftiethIsWrong(script, "a reply nobody waits for, cookie ");
    }

    private void assertEveryFiftiethIsWrong(Misbehaviour script, String why) throws IOException {
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, script)) {
            Defects found = run(server, new Load(1, 4), 1000, LONG).defects();

            assertThat(found.wrong()).isEqualTo(server.requests() / 50).isPositive();
            assertThat(found.lost()).isZero();
            assertThat(found.first()).startsWith(why);
        }
    }

    @Test
    void noticesAnotherConnectionsReply() throws IOException {
        Misbehaviour script = Misbehaviour.every(100, (n, cookie) -> {
            cookie[1] ^= 0x10;
            return List.of(Misbehaviour.reply(cookie));
        });
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, script)) {
            Defects found = run(server, new Load(2, 4), 1000, PATIENCE).defects();

            assertThat(found.wrong()).isEqualTo(server.requests() / 100).isPositive();
            assertThat(found.lost() - found.late()).isEqualTo(found.wrong());
        }
    }

    @Test
    void noticesHalfADatagram() throws IOException {
        Misbehaviour script =
                Misbehaviour.every(100, (n, cookie) -> List.of(java.util.Arrays.copyOf(Misbehaviour.reply(cookie), 9)));
        try (var server = ScriptedServer.open(Carrier.UDP, folder, script)) {
            Defects found = run(server, new Load(1, 4), 500, PATIENCE).defects();

            assertThat(found.wrong()).isEqualTo(server.requests() / 100).isPositive();
            assertThat(found.first()).isEqualTo("a datagram that is not one whole reply");
        }
    }

    @Test
    void goesOnWithoutAConnectionThatBreaks() throws IOException {
        Misbehaviour script = (n, cookie) ->
                List.of(n == 100 ? "garbage".getBytes(StandardCharsets.US_ASCII) : Misbehaviour.reply(cookie));
        try (var server = ScriptedServer.open(Carrier.TCP, folder, script)) {
            Measurement found = run(server, new Load(2, 4), 1000, LONG);

            assertThat(found.replies()).isGreaterThanOrEqualTo(1000);
            assertThat(found.defects().ended()).isEqualTo(1);
            assertThat(found.defects().wrong()).isEqualTo(1);
            assertThat(found.defects().lost()).isBetween(1L, 4L);
            assertThat(found.defects().first()).isEqualTo("bytes that no reply begins with");
        }
    }

    @Test
    void saysThatTheServerHasGone() throws IOException {
        Misbehaviour script = (n, cookie) -> List.of(n < 100 ? Misbehaviour.reply(cookie) : new byte[0]);
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, script)) {
            assertThatThrownBy(() -> run(server, new Load(2, 4), 1000, PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server ended all connections");
        }
    }

    @Test
    void learnsTheReply() throws IOException {
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, Misbehaviour.none())) {
            Exchange learned =
                    generator(server).learn(Exchange.asking(Dialect.BINRPC, "core.echo", List.of("hello")), LONG);

            assertThat(learned.expectedBody()).containsExactly(0x61, 'h', 'e', 'l', 'l', 'o', 0);
        }
    }

    @Test
    void doesNotLearnAFault() throws IOException {
        Misbehaviour script = (n, cookie) -> List.of(Misbehaviour.packet(
                new int[] {0xA1, 0x33, 0x07}, cookie, new int[] {0x20, 0x01, 0xF4, 0x31, 'n', 'o', 0}));
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, script)) {
            assertThatThrownBy(() -> generator(server)
                            .learn(Exchange.asking(Dialect.BINRPC, "core.echo", List.of("hello")), LONG))
                    .hasMessage("core.echo hello: fault 500: no");
        }
    }

    private static Generator generator(ScriptedServer server) {
        return new Generator(server.target(), CpuTime.unknown());
    }

    private static Measurement run(ScriptedServer server, Load load, long count, Duration patience) throws IOException {
        return generator(server).run(HELLO, load, new Timing(Duration.ZERO, LONG, count, patience));
    }
}
