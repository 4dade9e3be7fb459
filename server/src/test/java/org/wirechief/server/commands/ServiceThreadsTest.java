package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.ServiceThread;

class ServiceThreadsTest {
    private static final FakeEndpoint CTL = withThreads("ctl", new ServiceThread("ctl handler", 4002));
    private static final FakeEndpoint MI = withThreads(
            "mi_datagram",
            new ServiceThread("MI Datagram child=0", 4003),
            new ServiceThread("MI Datagram child=1", 4004));

    private final FakeServer standalone = new FakeServer(List.of(new ServiceThread("attendant", 4001)), CTL, MI);
    private final FakeServer embedded = new FakeServer(CTL);

    private static FakeEndpoint withThreads(String module, ServiceThread... threads) {
        return new FakeEndpoint(module, List.of(), List.of(), List.of(threads), ConnectionLimits.NONE);
    }

    @Test
    void psIsIdAndDescriptionOfEachTheAttendantFirst() {
        assertThat(standalone.call("core.ps").values())
                .containsExactly(
                        Value.of(4001),
                        Value.of("attendant"),
                        Value.of(4002),
                        Value.of("ctl handler"),
                        Value.of(4003),
                        Value.of("MI Datagram child=0"),
                        Value.of(4004),
                        Value.of("MI Datagram child=1"));
    }

    @Test
    void anEmbeddedServerHasNoAttendant() {
        assertThat(embedded.call("core.ps").values()).containsExactly(Value.of(4002), Value.of("ctl handler"));
        assertThat(embedded.call("core.psa").values())
                .containsExactly(
                        struct("index", 0, "pid", 4002, "status", 1, "rank", -2, "description", "ctl handler"));
    }

    @Test
    void psxCountsThem() {
        assertThat(standalone.call("core.psx").values())
                .containsExactly(
                        struct("IDX", 0, "PID", 4001, "DSC", "attendant"),
                        struct("IDX", 1, "PID", 4002, "DSC", "ctl handler"),
                        struct("IDX", 2, "PID", 4003, "DSC", "MI Datagram child=0"),
                        struct("IDX", 3, "PID", 4004, "DSC", "MI Datagram child=1"));
    }

    @Test
    void psaAddsStatusAndRank() {
        assertThat(standalone.call("core.psa").values())
                .startsWith(
                        struct("index", 0, "pid", 4001, "status", 1, "rank", 0, "description", "attendant"),
                        struct("index", 1, "pid", 4002, "status", 1, "rank", -2, "description", "ctl handler"))
                .hasSize(4);
    }
}
