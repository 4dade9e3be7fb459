package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several servers that want one path at the same moment: one gets it and keeps it, the others get
/// an error.
final class StartingTogetherTest {
    private static final int SERVERS = 4;
    private static final int ROUNDS = 200;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneGetsThePath(boolean overStaleSocket) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path path = Door.freshDirectory().resolve("ctl");
            if (overStaleSocket) {
                staleSocket(path);
            }

            List<StreamServerSocket> winners = startTogether(path);

            assertThat(winners).as("round %d", round).hasSize(1);
            try (var client = RawClient.to(UnixDomainSocketAddress.of(path));
                    var accepted = winners.getFirst().channel().accept()) {
                assertThat(client.channel().isConnected()).isTrue();
                assertThat(accepted).as("the winner owns the path").isNotNull();
            }
            winners.getFirst().close();
            assertThat(path.getParent()).isEmptyDirectory();
        }
    }

    @Test
    void claimOfServerThatDiedIsTakenOver() throws Exception {
        Path path = Door.freshDirectory().resolve("ctl");
        staleSocket(path);
        Files.createLink(path.resolveSibling(".ctl.stale"), path);

        StreamServerSocket winner = start(path);

        assertThat(winner).isNotNull();
        winner.close();
        assertThat(path.getParent()).isEmptyDirectory();
    }

    @Test
    void fileWithTheNameOfTheClaimIsLeftAlone() throws Exception {
        Path path = Door.freshDirectory().resolve("ctl");
        staleSocket(path);
        Path precious = Files.writeString(path.resolveSibling(".ctl.stale"), "precious");

        StreamServerSocket winner = start(path);

        assertThat(winner).isNotNull();
        winner.close();
        assertThat(precious).hasContent("precious");
    }

    private static void staleSocket(Path path) throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
    }

    private static List<StreamServerSocket> startTogether(Path path) throws Exception {
        var barrier = new CyclicBarrier(SERVERS);
        var winners = new ArrayList<StreamServerSocket>();
        try (var threads = Executors.newFixedThreadPool(SERVERS)) {
            var attempts = new ArrayList<Future<StreamServerSocket>>();
            for (int i = 0; i < SERVERS; i++) {
                attempts.add(threads.submit(() -> {
                    barrier.await();
                    return start(path);
                }));
            }
            for (Future<StreamServerSocket> attempt : attempts) {
                if (attempt.get() != null) {
                    winners.add(attempt.get());
                }
            }
        }
        return winners;
    }

    private static StreamServerSocket start(Path path) throws IOException {
        try {
            return StreamServerSocket.open(Address.unixStream(path.toString()), FileAccess.PRIVATE);
        } catch (BindException e) {
            assertThat(e).hasMessageContaining("stop it").hasMessageStartingWith("cannot bind unixs:" + path);
            return null;
        }
    }
}
