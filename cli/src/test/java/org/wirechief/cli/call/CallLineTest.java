package org.wirechief.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// What words become, by the language of the node.
class CallLineTest {
    private static List<Value> args(String address, String... words) throws UsageError {
        List<Octets> line =
                Stream.concat(Stream.of("m"), Stream.of(words)).map(Octets::of).toList();
        return CallLine.of(line, address).args();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs:/x", "tcp:h:1", "ctlfifo:/x", "/mi:"})
    void asKamcmdTypesThem(String address) throws UsageError {
        assertThat(args(address, "007", "a=b")).containsExactly(Value.of(7), Value.of("a=b"));
        assertThat(args(address, "a=b")).containsExactly(Value.of("a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mi:/x", "mi:text:/x", "mi:udp:h:1", "mi:json:/x", "fifo:/x", "FIFO:/x"})
    void asTextInMi(String address) throws UsageError {
        assertThat(args(address, "007", "i:7", "a=b")).containsExactly(Value.of("007"), Value.of(7), Value.of("a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mi:json:udp:h:1", "fifo:/x"})
    void byNameWhereAllHaveOne(String address) throws UsageError {
        assertThat(args(address, "level=i:3", "pid=", "x=a=b\nc"))
                .containsExactly(new Value.Struct(List.of(
                        new Value.Member("level", Value.of(3)),
                        new Value.Member("pid", Value.of("")),
                        new Value.Member("x", Value.of("a=b\nc")))));
        assertThat(args(address)).isEmpty();
        assertThat(args(address, "s:a=b", "c=d")).containsExactly(Value.of("a=b"), Value.of("c=d"));
        assertThat(args(address, "=b")).containsExactly(Value.of("=b"));
    }

    @Test
    void miTextKnowsNoNames() throws UsageError {
        assertThat(args("mi:/x", "a=b")).containsExactly(Value.of("a=b"));
    }
}
