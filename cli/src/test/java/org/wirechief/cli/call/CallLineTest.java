package org.wirechief.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.NamedArgument;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.jsonrpc.JsonRpcCall;
import org.wirechief.wire.jsonrpc.JsonRpcParams;

/// What words become, by the language of the node.
class CallLineTest {
    @TempDir
    Path folder;

    private static List<Object> args(String address, String... words) throws UsageError {
        List<Octets> line =
                Stream.concat(Stream.of("m"), Stream.of(words)).map(Octets::of).toList();
        return CallLine.of(line, address).args();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs:/x", "tcp:h:1", "ctlfifo:/x", "/mi"})
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
    @ValueSource(strings = {"mi:/x", "mi:udp:h:1", "mi:json:udp:h:1", "MI:JSON:udp:h:1", "fifo:/x"})
    void byNameWhereAllHaveOne(String address) throws UsageError {
        assertThat(args(address, "level=i:3", "pid=", "x=a=b\nc", "y=j:[1]"))
                .containsExactly(
                        named("level", Value.of(3), "level=i:3"),
                        named("pid", Value.of(""), "pid="),
                        named("x", Value.of("a=b\nc"), "x=a=b\nc"),
                        named("y", new Value.Arr(List.of(Value.of(1))), "y=j:[1]"));
        assertThat(args(address)).isEmpty();
        assertThat(args(address, "s:a=b", "c=d")).containsExactly(Value.of("a=b"), Value.of("c=d"));
        assertThat(args(address, "=b")).containsExactly(Value.of("=b"));
    }

    private static NamedArgument named(String name, Value value, String otherwise) {
        return new NamedArgument(Octets.of(name), value, Value.of(otherwise));
    }

    /// What was typed behind `opensips-cli -x mi`, and the last request that was seen of it.
    @ParameterizedTest
    @CsvSource({
        "cli.fifo.uptime, uptime",
        "cli.fifo.get_statistics_pos, get_statistics;rcv_requests;rcv_replies",
        "cli.fifo.get_statistics_named, get_statistics;statistics=rcv_requests rcv_replies",
        "cli.fifo.badparam, log_level;abc",
        "cli.dgram.which_cmd, which;command=event_subscribe",
        "cli.dgram.event_subscribe, event_subscribe;E_CORE_LOG;udp:127.0.0.1:29999;10"
    })
    void asOpensipsCliSendsThem(String name, String words) throws Exception {
        String captured = GoldenVectors.read("mi-json/opensips_cli").stream()
                .filter(vector -> vector.name().equals(name))
                .flatMap(vector -> vector.json().path("exchanges").valueStream())
                .map(exchange -> exchange.path("request").asString())
                .reduce((_, last) -> last)
                .orElseThrow();
        CallLine line = CallLine.of(Stream.of(words.split(";")).map(Octets::of).toList(), "fifo:/x");
        Octets method = Octets.of(line.method());
        ReplyBuffer out = new ReplyBuffer();
        JsonRpcCall.write(out, 1, method, JsonRpcParams.of(method, inJson(line.args())));
        String sent = new String(out.bytes(), 0, out.size(), StandardCharsets.UTF_8);

        assertThat(member(sent, "method")).isEqualTo(member(captured, "method"));
        assertThat(member(sent, "params")).isEqualTo(member(captured, "params"));
    }

    private static List<Value> inJson(List<Object> args) {
        return args.stream()
                .map(arg -> arg instanceof NamedArgument named
                        ? new Value.Struct(List.of(new Value.Member(named.name(), named.value())))
                        : (Value) arg)
                .toList();
    }

    /// Of a request; one without parameters may leave them out.
    private static Value member(String request, String name) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        assertThat(reader.read(bytes, 0, bytes.length)).isEqualTo(JsonReader.Outcome.WHOLE);
        var member = reader.root().member(name);
        Value value = member == null ? null : member.value();
        return value == null ? new Value.Struct(List.of()) : value;
    }

    @Test
    void aPathOfMiMayBeThatOfAFifo() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();

        assertThat(args("mi:" + fifo, "a=b", "007")).isEqualTo(args("fifo:" + fifo, "a=b", "007"));
    }

    @Test
    void whatIsNoAddress() {
        assertThatThrownBy(() -> args("tcp:h:70000", "a"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("70000");
    }
}
