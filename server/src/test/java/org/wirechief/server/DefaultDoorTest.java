package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefaultDoorTest {
    private static final DefaultDoor DOOR = new DefaultDoor("ctl", "binrpc", "unixs:{run}/ctl", List.of("fifo"));

    @ParameterizedTest
    @CsvSource({
        "ctl.binrpc=unixs:/x,   true",
        "ctl.fifo=/run/x,       true",
        "ctl.fifo_compat=1,     false",
        "ctl.mode=0600,         false",
        "mi_datagram.fifo=x,    false"
    })
    void staysClosedWhereTheCommandLineNamesAnother(String set, boolean replaced) {
        assertThat(DOOR.isReplacedBy(List.of("server.log_level=6", set))).isEqualTo(replaced);
    }
}
