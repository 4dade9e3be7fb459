package org.wirechief.endpoint.ctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Parameter;

final class CtlTest {
    private static Ctl set(String name, Value value) {
        Parameter<Ctl> parameter = Ctl.MODULE.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        return parameter.apply(Ctl.MODULE.initial(), "ctl", value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    binrpc                      | ''             | an address is needed
                    binrpc                      | udp:h:abc      | abc
                    user                        | ''             | a name or a number is needed
                    group                       | '  '           | a name or a number is needed
                    """)
    void textThatCannotBeIsRefusedNamingTheParameter(String name, String text, String problem) {
        assertThatThrownBy(() -> set(name, Value.of(text)))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("ctl." + name)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "mode, 512, allowed are 0 to 0777",
        "mode, 660, = 660 (octal 01224): allowed are 0 to 0777; octal numbers begin with 0",
        "mode, -1, = -1: allowed are 0 to 0777",
        "user, -5, = -5: a name or a number from 0 is needed",
        "group, -1, = -1: a name or a number from 0 is needed",
        "max_connections, 0, at least one",
        "send_queue_max, 1000, allowed are 1024",
        "request_timeout, -1, 0 (no limit)",
        "idle_timeout, -5, 0 (no limit)",
        "stall_timeout, 31536001, 0 (no limit) to 31536000 s",
        "binrpc_max_body_size, 100000, allowed are up to 65536 KB",
        "autoconversion, 4294967296, not a 32-bit integer",
    })
    void numbersOutOfRangeAreRefusedNamingTheParameter(String name, long number, String problem) {
        assertThatThrownBy(() -> set(name, Value.of(number)))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("ctl." + name)
                .hasMessageContaining(problem);
    }

    @Test
    void aValueOfTheWrongKindSaysWhichKindIsTaken() {
        assertThatThrownBy(() -> set("mode", Value.of("0600")))
                .isInstanceOf(ConfigError.class)
                .hasMessage("ctl.mode = 0600: takes an integer; leave the quotes out");
        assertThatThrownBy(() -> set("binrpc", Value.of(2049)))
                .isInstanceOf(ConfigError.class)
                .hasMessage("ctl.binrpc = 2049: takes a string; put it in quotes");
    }

    @Test
    void whatIsNoIntegerEitherWayIsNotToLoseItsQuotes() {
        assertThatThrownBy(() -> set("mode", Value.of("rw"))).hasMessage("ctl.mode = rw: takes an integer");
    }

    @Test
    void ownersAreNamesOrNumbers() {
        assertThat(set("user", Value.of(0)).parameters().file().owner()).isEqualTo("0");
        assertThat(set("group", Value.of("root")).parameters().file().group()).isEqualTo("root");
    }

    @Test
    void settingAnIntegerToItsDefaultChangesNothing() {
        for (Parameter<Ctl> parameter : Ctl.MODULE.parameters()) {
            if (parameter.kind() == Parameter.Kind.INTEGER) {
                Value initial = Value.of(Long.decode(parameter.initial()));
                assertThat(set(parameter.name(), initial).parameters())
                        .as(parameter.name())
                        .isEqualTo(CtlParameters.INITIAL);
            }
        }
    }

    @Test
    void settingAnIntegerToSomethingElseChangesSomething() {
        for (Parameter<Ctl> parameter : Ctl.MODULE.parameters()) {
            if (parameter.kind() == Parameter.Kind.INTEGER) {
                long other = Long.decode(parameter.initial()) == 1 ? 2 : Long.decode(parameter.initial()) / 2 + 1;
                assertThat(set(parameter.name(), Value.of(other)).parameters())
                        .as(parameter.name())
                        .isNotEqualTo(CtlParameters.INITIAL);
            }
        }
    }

    @Test
    void addressesOfEveryCarrierAreTaken() {
        assertThat(Ctl.listening("unixs:/a", "unixd:/b", "tcp:1", "udp:localhost:2", "127.0.0.1")
                        .fifo("/tmp/f")
                        .fifo("udp:*:2050")
                        .parameters()
                        .doors())
                .extracting(door ->
                        door.payload() + " " + door.address().transport().label())
                .containsExactly(
                        "BINRPC unix_stream",
                        "BINRPC unix_dgram",
                        "BINRPC tcp",
                        "BINRPC udp",
                        "BINRPC udp",
                        "FIFO fifo",
                        "FIFO udp");
    }

    @ParameterizedTest
    @CsvSource({
        "unixs:/run/a, /run/a",
        "unixs:/run/a, unixd:/run/a",
        "unixs:/run/a, unix:/run/a",
        "tcp:3012, tcp:*:3012",
        "localhost:3000, udp:localhost:3000",
    })
    void aPlaceThatIsOpenedTwiceIsAnError(String first, String second) {
        Ctl one = Ctl.listening(first);
        assertThatThrownBy(() -> one.binrpc(second))
                .isInstanceOf(ConfigError.class)
                .hasMessage(
                        "ctl.binrpc = " + second + ": ctl.binrpc = " + first + " opens it already; remove one of them");
        assertThatThrownBy(() -> one.fifo(second)).hasMessageContaining("ctl.fifo = " + second);
    }

    @ParameterizedTest
    @CsvSource({"tcp:3012, udp:3012", "tcp:3012, tcp:3013", "tcp:127.0.0.1:1, tcp:127.0.0.2:1", "unixs:/a, unixs:/b"})
    void otherPlacesAreNot(String first, String second) {
        assertThat(Ctl.listening(first, second).parameters().doors()).hasSize(2);
    }

    @Test
    void aFreePortIsAnotherOneEachTime() {
        Ctl two = Ctl.listening().tcp("127.0.0.1", 0).tcp("127.0.0.1", 0);
        assertThat(two.parameters().doors()).hasSize(2);
    }

    @Test
    void aFifoInBinrpcIsAnErrorThatSaysWhatToWrite() {
        assertThatThrownBy(() -> Ctl.listening("fifo:/tmp/f"))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("ctl.binrpc = fifo:/tmp/f: ")
                .hasMessageContaining("modparam(\"ctl\", \"fifo\", \"fifo:/tmp/f\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo:/tmp/f", "FIFO:", "fifo:2049"})
    void aFifoInBinrpcIsToldFromAHostOfThatName(String address) {
        assertThatThrownBy(() -> Ctl.listening(address))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("a FIFO speaks lines, not BINRPC");
    }

    @Test
    void whatIsAllowedIsWhatIsTaken() {
        assertThatThrownBy(() -> Ctl.listening("tcp:h:x"))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith("udp:host:port");
        assertThatThrownBy(() -> Ctl.listening().fifo("tcp:h:x"))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith("udp:host:port, fifo:path");
    }

    @Test
    void anEmptyFifoIsAnError() {
        assertThatThrownBy(() -> Ctl.listening().fifo(""))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("ctl.fifo = \"\"");
    }

    @Test
    void aPortThatCannotBeIsAConfigurationError() {
        assertThatThrownBy(() -> Ctl.listening("/a").tcp("localhost", 70000)).isInstanceOf(ConfigError.class);
        assertThatThrownBy(() -> Ctl.listening("/a").udp("localhost", -1)).isInstanceOf(ConfigError.class);
    }

    /// Such lists are put together from several places.
    @Test
    void whoIsNamedTwiceIsNamedOnce() {
        Ctl twice = Ctl.listening().accessUsers("root", "root").accessGroups("root", "root");

        assertThat(twice.policy())
                .isEqualTo(
                        Ctl.listening().accessUsers("root").accessGroups("root").policy());
    }
}
