package org.wirechief.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.wirechief.testkit.GoldenVector;

/// What was captured on a stream, played again but for the answer.
///
/// @param server to be asked on another connection
public record StreamPlay(GoldenVector vector, RawStream stream, Other server) {
    /// Has a request of its own answered: what was sent before has been dealt with by then, as
    /// there is one loop.
    @FunctionalInterface
    public interface Other {
        void assertAlive() throws IOException;
    }

    /// Sends the request, write for write.
    public void request() throws IOException {
        List<byte[]> writes = vector.pieces("request");
        for (byte[] write : writes) {
            stream.send(write);
            if (writes.size() > 1) {
                server.assertAlive();
            }
        }
        if (vector.flag("client_half_close")) {
            stream.halfClose();
        }
    }

    /// Behind the answer: the connection is closed, or open and silent, as it was then.
    public void assertAfter() throws IOException {
        if (vector.text("after").equals("closed")) {
            assertThat(stream.receiveAll()).isEmpty();
        } else {
            server.assertAlive();
            assertThat(stream.now()).isEqualTo(RawStream.Now.SILENT);
        }
    }
}
