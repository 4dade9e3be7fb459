package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.TreeReply;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ServiceThread;

class MiProcessesTest {
    private final FakeServer server =
            new FakeServer(List.of(new ServiceThread("attendant", 4001), new ServiceThread("ctl handler", 4002)));

    @Test
    void psNumbersTheThreads() {
        assertThat(server.mi("ps").value())
                .isEqualTo(struct(
                        "Processes",
                        new Value.Arr(List.of(
                                struct("ID", 0, "PID", 4001, "Type", "attendant"),
                                struct("ID", 1, "PID", 4002, "Type", "ctl handler")))));
    }

    @Test
    void killAnswersFirst() {
        TreeReply reply = server.mi("kill");

        assertThat(reply.value()).isEqualTo(Value.of("OK"));
        assertThat(server.stops).hasValue(0);
        reply.sent();
        assertThat(server.stops).hasValue(1);
    }
}
