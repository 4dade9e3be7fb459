package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareServerTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final EnumSet<Carrier> CTL = EnumSet.of(Carrier.UNIXS, Carrier.UNIXD, Carrier.TCP, Carrier.UDP);

    @ParameterizedTest
    @EnumSource(names = {"UNIXS", "UNIXD", "TCP", "UDP"})
    void answersEachRequest(Carrier carrier) throws IOException, InterruptedException {
        try (Servers servers = Servers.open()) {
            Server bare = bare(servers);

            assertAnswersAll(bare.generator(carrier), "hello");
            assertAnswersAll(bare.generator(carrier), "x".repeat(1000));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6e6f7420612072657175657374",
                "a102", // cut off: ends with the client
                "a11fffffffff01020304", // a reply
                "a10fffffffff01020304", // four gigabytes
                "a1030001020304", // no method
                "a1030c01020304910a636f72652e6563686500" // another one
            })
    void endsOnlyTheConnectionThatSaysSomethingElse(String said) throws IOException, InterruptedException {
        try (Servers servers = Servers.open()) {
            Server bare = bare(servers);

            assertThat(everything(address(bare), bytes(said))).isEmpty();

            assertAnswersAll(bare.generator(Carrier.UNIXS), "hello");
        }
    }

    @Test
    void putsRequestsTogetherThatComeByteByByte() throws IOException, InterruptedException {
        byte[] request = bytes("a1 03 13 01020304 910a 636f72652e6563686f00 61 68656c6c6f 00");
        byte[] reply = bytes("a1 13 07 01020304 61 68656c6c6f 00");
        try (Servers servers = Servers.open();
                SocketChannel channel = SocketChannel.open(address(bare(servers)))) {
            for (byte octet : request) {
                channel.write(ByteBuffer.wrap(new byte[] {octet}));
            }
            ByteBuffer in = ByteBuffer.allocate(reply.length);
            while (in.hasRemaining()) {
                assertThat(channel.read(in)).isPositive();
            }
            assertThat(in.array()).isEqualTo(reply);
        }
    }

    /// On the test's own thread, with which it ends: those of JUnit's other methods end sooner.
    private static Server bare(Servers servers) throws IOException, InterruptedException {
        if (Tool.find("gcc").isEmpty()) {
            String missing = "gcc is not installed: on Debian, apt-get install gcc libc6-dev";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            System.out.println("SKIPPED: " + missing);
            Assumptions.abort(missing);
        }
        return servers.bare(Path.of("src/main/c/bare_server.c"), CTL, 50);
    }

    private static void assertAnswersAll(Generator generator, String text) throws IOException {
        Exchange exchange = generator.learn(Exchange.asking(Dialect.BINRPC, "core.echo", List.of(text)), LONG);
        Timing timing = new Timing(Duration.ZERO, LONG, 1000, LONG);

        Measurement found = generator.run(exchange, new Load(3, 8), timing);

        assertThat(exchange.expectedBody())
                .as("records of the request")
                .endsWith((text + "\0").getBytes(StandardCharsets.US_ASCII));
        assertThat(found.defects()).isEqualTo(Defects.NONE);
        assertThat(found.replies()).isGreaterThanOrEqualTo(1000);
    }

    /// What comes back until the server, having seen that nothing follows, ends the connection.
    private static byte[] everything(UnixDomainSocketAddress address, byte[] said) throws IOException {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap(said));
            channel.shutdownOutput();
            ByteBuffer in = ByteBuffer.allocate(100);
            try {
                while (channel.read(in) >= 0) {
                    // until it ends
                }
            } catch (IOException e) {
                // ended with bytes nobody had read
            }
            return Arrays.copyOf(in.array(), in.position());
        }
    }

    private static UnixDomainSocketAddress address(Server bare) {
        return (UnixDomainSocketAddress) bare.target(Carrier.UNIXS).address();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
