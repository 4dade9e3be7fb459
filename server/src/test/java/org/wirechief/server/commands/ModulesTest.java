package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;

class ModulesTest {
    @Test
    void theLastOneLoadedComesFirst() {
        FakeServer server =
                new FakeServer(FakeEndpoint.named("ctl"), FakeEndpoint.named("mi_fifo"), FakeEndpoint.named("hep"));

        assertThat(server.call("core.modules").values())
                .containsExactly(Value.of("hep"), Value.of("mi_fifo"), Value.of("ctl"));
    }
}
