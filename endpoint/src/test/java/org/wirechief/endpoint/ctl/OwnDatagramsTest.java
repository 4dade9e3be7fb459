package org.wirechief.endpoint.ctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;
import org.wirechief.wire.binrpc.BinrpcRules;

/// What comes from a door of the server itself is counted and never answered: an answer would come
/// back as a request. A forged source is all it takes, so the test says whose datagrams they are.
class OwnDatagramsTest {
    private static final byte[] REQUEST =
            HexFormat.of().parseHex("a1000d07" + "9108" + "6e6f7375636878" + "00" + "217800");

    private final CtlCounters counters = new CtlCounters();
    private final AtomicBoolean own = new AtomicBoolean(true);

    @Test
    void areCountedAndNotAnswered() throws IOException {
        var dispatch = new Dispatch(new Commands(), List.of());
        var calls = new BinrpcCalls(dispatch, () -> BinrpcRules.DEFAULTS, counters, dispatch.timer("ctl"));
        DatagramDoor<BinrpcCalls.Packet> datagrams = new DatagramDoor<>(
                calls,
                () -> AccessPolicy.initial("ctl"),
                new Refusals(),
                new BlockingCalls(),
                counters,
                null,
                _ -> own.get(),
                _ -> {},
                DatagramLimits.DEFAULT.maxReply(),
                dispatch.timer("ctl"));
        try (DatagramListener listener = DatagramListener.open(
                        DatagramReaders.one("own datagrams test", datagrams),
                        Address.udp("127.0.0.1", 0),
                        FileAccess.PRIVATE,
                        DatagramLimits.DEFAULT,
                        new NetCounters());
                DatagramSocket client = new DatagramSocket()) {
            client.connect(InetAddress.ofLiteral("127.0.0.1"), listener.local().port());
            client.send(new DatagramPacket(REQUEST, REQUEST.length));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> counters.ownDatagrams.sum() == 1);
            client.setSoTimeout(100);
            assertThatThrownBy(() -> client.receive(new DatagramPacket(new byte[100], 100)))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(counters.requests.sum()).isZero();

            own.set(false);
            client.setSoTimeout(60_000);
            client.send(new DatagramPacket(REQUEST, REQUEST.length));
            client.receive(new DatagramPacket(new byte[100], 100));
            assertThat(counters.requests.sum()).isEqualTo(1);
            assertThat(counters.ownDatagrams.sum()).isEqualTo(1);
        }
    }
}
