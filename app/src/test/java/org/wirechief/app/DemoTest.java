package org.wirechief.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;

final class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Demo.run(List.of(args), new PrintStream(out, true), new PrintStream(err, true));
    }

    @Test
    void everyDoorAnswersEveryCall() {
        assertThat(run("--once")).isZero();
        assertThat(err.size()).isZero();
        String transcript = out.toString(StandardCharsets.UTF_8);
        assertThat(transcript)
                .containsOnlyOnce("== ctl: binrpc at unixs:")
                .containsOnlyOnce("== ctl: binrpc at unixd:")
                .containsOnlyOnce("== ctl: binrpc at tcp:127.0.0.1:")
                .containsOnlyOnce("== ctl: binrpc at udp:127.0.0.1:")
                .containsOnlyOnce("== ctl: fifo at fifo:/")
                .containsOnlyOnce("== mi_datagram: mi at mi:udp:127.0.0.1:")
                .containsOnlyOnce("== mi_fifo: mi at fifo:/")
                .containsOnlyOnce("\n{\"jsonrpc\":\"2.0\",\"result\":\"hello operator\",\"id\":1}\n")
                .containsOnlyOnce("> :demo.hello:\\noperator\\n\n200 OK\nhello operator\n\n> :demo.hello:\\n\n400")
                .containsOnlyOnce("== event_datagram: text to udp:127.0.0.1:")
                .containsOnlyOnce("\nhello operator\n\nevent: E_DEMO_GREETED\\nname::operator\\n\\n\n")
                .containsOnlyOnce("== proto_hep: HEP to udp:127.0.0.1:")
                .containsOnlyOnce("\n\tversion:datagram\n")
                .containsOnlyOnce("\n\t200:OK:200 OK\n")
                .containsOnlyOnce("> :demo.hello:\\n\n400 Too few or too many arguments\n\n");
        assertThat(transcript.split("\nhello operator\n", -1)).hasSize(8);
        assertThat(transcript.split("\nis\nanybody\nthere\n", -1)).hasSize(6);
        assertThat(transcript.split("\nwirechief ", -1)).hasSize(6);
    }

    @Test
    void whatItDoesNotKnowIsAUsageError() {
        assertThat(run("--twice")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--twice").contains("--once");
        assertThat(out.size()).isZero();
    }

    @Test
    void valuesAreShownOneALineAndIndentedInTheirStruct() {
        Value value = new Value.Struct(List.of(
                new Value.Member("name", Value.of("x")),
                new Value.Member("list", new Value.Arr(List.of(Value.of(1), Value.of(2))))));
        assertThat(Transcript.of(value)).isEqualTo("""
                        {
                            name: x
                            list: [
                                1
                                2
                            ]
                        }
                        """);
    }
}
