package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;

class ServiceNoticeTest {
    @TempDir
    Path folder;

    @Test
    void itIsToldThatTheDoorsAreOpenAndThatTheyClose() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Path socket = folder.resolve("notify");
        try (var _ = listening(socket, told)) {
            ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", socket.toString()));
            notice.ready();
            notice.stopping();

            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("READY=1");
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("STOPPING=1");
        }
    }

    @Test
    void whereNobodyAskedNobodyIsTold() {
        assertThatCode(() -> ServiceNotice.of(Map.of()).ready()).doesNotThrowAnyException();
    }

    @Test
    void aManagerThatIsGoneDoesNotMatter() {
        Map<String, String> gone =
                Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString());

        assertThatCode(() -> ServiceNotice.of(gone).ready()).doesNotThrowAnyException();
        assertThatCode(() -> new ServiceNotice("@nobody-has-this-name").ready()).doesNotThrowAnyException();
        assertThatCode(() -> new ServiceNotice("@").ready()).doesNotThrowAnyException();
    }

    private static DatagramListener listening(Path socket, BlockingQueue<String> told) throws IOException {
        return DatagramListener.open(
                DatagramReaders.one(
                        "manager",
                        (_, bytes, from, to, _) ->
                                told.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII))),
                Address.unixDatagram(socket.toString()),
                FileAccess.PRIVATE,
                DatagramLimits.DEFAULT,
                new NetCounters());
    }
}
