package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSchemeTest {
    @ParameterizedTest
    @CsvSource({
        "ctlfifo:/run/x, CTL_FIFO, /run/x",
        "CtlFifo:/run/X, CTL_FIFO, /run/X",
        "fifo:/run/x, MI_FIFO, /run/x",
        "FIFO:, MI_FIFO, ''",
        "mi:/run/x, MI, /run/x",
        "mi:text, MI, text",
        "mi:text:/run/x, MI_TEXT, /run/x",
        "MI:JSON:udp:h:1, MI_JSON, udp:h:1",
        "mi:mi:json:/x, MI, mi:json:/x",
        "unixs:/run/x, BINRPC, unixs:/run/x",
        "/run/mi:json:, BINRPC, /run/mi:json:",
        "mi, BINRPC, mi",
        "'', BINRPC, ''"
    })
    void isToldByWhatStandsBeforeTheRest(String address, NodeScheme scheme, String rest) {
        assertThat(NodeScheme.of(address)).isEqualTo(scheme);
        assertThat(scheme.rest(address)).isEqualTo(rest);
    }
}
