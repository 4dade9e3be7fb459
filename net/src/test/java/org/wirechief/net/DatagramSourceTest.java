package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.UnixName;

final class DatagramSourceTest {
    /// Nobody else could answer what left the socket's queue.
    @Test
    void whatIsTakenWhileItIsWokenIsHandedOver() throws IOException {
        try (var libc = new Libc();
                var client = UnixClient.withAbstractName()) {
            var socket = LinuxDatagramSocket.unix(libc);
            socket.bind(libc, UnixName.NONE);
            var name = (UnixName) socket.name(libc);
            var source = new DatagramSource(socket, 100, 1);
            var batch = source.batch();
            client.send(name, new byte[1]);
            assertThat(source.receive(batch)).isEqualTo(1);

            source.wake();
            for (int i = 0; i < 5; i++) {
                client.send(name, new byte[1]);
            }

            assertThat(source.receive(batch)).isEqualTo(5);
            assertThat(source.receive(batch)).isZero();
            source.close();
            socket.close(libc);
        }
    }
}
