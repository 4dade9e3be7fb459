package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelSocketsTest {
    /// Everybody may bind a socket whose name has a line feed in it.
    @Test
    void whatStandsBehindALineFeedInAPathIsNoSocket() {
        assertThat(KernelSockets.unixSockets(List.of(
                        "0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/kamailio/ctl",
                        "0000000000000000: 00000002 00000000 00000000 0002 01 4712 /tmp/a",
                        "q w e zz r t y u",
                        "q w e 00010000 0001 01 y /tmp/u",
                        "")))
                .containsExactly(
                        new KernelSockets.Unix("/run/kamailio/ctl", true, true, 4711),
                        new KernelSockets.Unix("/tmp/a", false, false, 4712));
    }
}
