package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.server.commands.FakeServer.struct;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Value;
import org.wirechief.endpoint.RefusedSource;

class MiBlacklistsTest {
    private final FakeServer server = new FakeServer(
            new RefusingEndpoint(
                    "ctl",
                    List.of(
                            new RefusedSource("192.0.2.7", 3, Duration.ofSeconds(590)),
                            new RefusedSource("2001:db8::9", 1, Duration.ofSeconds(60)),
                            new RefusedSource("op", 1, Duration.ofMillis(1500)))),
            new RefusingEndpoint("mi_datagram", List.of()));

    @Test
    void aListAModuleARuleASource() {
        Value rules = new Value.Arr(List.of(
                rule("192.0.2.7", "255.255.255.255", 590),
                rule("2001:db8:0:0:0:0:0:9", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 60),
                struct("flags", 0, "Match", "op", "Expire", 1)));

        assertThat(server.mi("list_blacklists").value().at("Lists"))
                .isEqualTo(new Value.Arr(List.of(struct("name", "ctl", "owner", 0, "flags", 0, "Rules", rules))));
    }

    private static Value rule(String address, String mask, int seconds) {
        return struct("flags", 0, "IP", address, "Mask", mask, "Proto", 0, "Port", 0, "Expire", seconds);
    }

    /// However an address is written.
    @ParameterizedTest
    @CsvSource({"192.0.2.7, ctl", "2001:db8:0::0009, ctl", "192.0.2.8, ''"})
    void whoRefusesAnAddress(String address, String module) {
        assertThat(server.mi("check_blacklists", address).value())
                .isEqualTo(new Value.Arr(module.isEmpty() ? List.of() : List.of(Value.of(module))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "op", "localhost", "192.0.2.0/24"})
    void whatIsNoAddressIsNotLookedUp(String text) {
        assertThatThrownBy(() -> server.mi("check_blacklists", text).value())
                .isInstanceOf(Fault.class)
                .hasMessage("Missing or bad IP");
    }

    /// `builtins_udp4/list_blacklists`, `list_blacklists_bad`.
    @Test
    void aModuleMayBeNamed() {
        assertThat(server.mi("list_blacklists", "mi_datagram").value())
                .isEqualTo(struct("Lists", new Value.Arr(List.of())));
        assertThatThrownBy(() -> server.mi("list_blacklists", "x").value())
                .isInstanceOf(Fault.class)
                .hasMessage("Unknown name");
    }
}
