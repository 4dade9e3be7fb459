package org.wirechief.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;

class EventPrinterTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678912Z");

    private static String printed(Layout layout, Event event, String... doubts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EventPrinter(layout).print(AT, event, List.of(doubts), new ByteSink(out, false));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLineTellsWhatIsTextAndWhatIsNot() throws IOException {
        Event event = new Event(
                "E_X",
                new EventParameter("ip", "192.168.2.11"),
                new EventParameter("n", -1),
                new EventParameter("empty", ""),
                new EventParameter("lines", "a\nb \"c\""),
                new EventParameter("none", new Value.Nil()),
                new EventParameter("equal", "a=b"),
                new EventParameter("bytes", new Value.Text(Octets.copyOf(new byte[] {(byte) 0xFF}))));

        assertThat(printed(Layout.TEXT, event))
                .isEqualTo("E_X ip=192.168.2.11 n=-1 empty=\"\" lines=\"a\\nb \\\"c\\\"\" none=null equal=\"a=b\""
                        + " bytes=\"\\uefff\"\n");
    }

    @Test
    void nothingSteersATerminal() throws IOException {
        Event event = new Event(
                "E_X", new EventParameter("c1", "\u009b31m"), new EventParameter("bidi", "é\u202ea\udb40\udc01"));

        assertThat(printed(Layout.TEXT, event)).isEqualTo("E_X c1=\"\\u009b31m\" bidi=\"é\\u202ea\\udb40\\udc01\"\n");
        assertThat(printed(Layout.NDJSON, event)).contains("{\"c1\":\"\\u009b31m\",");
    }

    @Test
    void jsonHasTheTimeAndTheDoubts() throws IOException {
        Event event = new Event("E_X", EventParameter.unnamed(Value.of(1)), EventParameter.unnamed(Value.of("a")));

        assertThat(printed(Layout.NDJSON, event, "cut"))
                .isEqualTo("{\"time\":\"2026-01-02T03:04:05.678Z\",\"event\":\"E_X\",\"params\":[1,\"a\"],"
                        + "\"doubts\":[\"cut\"]}\n");
        assertThat(printed(Layout.NDJSON, new Event("E_X"))).endsWith("\"params\":{}}\n");
        assertThat(printed(Layout.JSON, new Event("E_X", new EventParameter("a", 1))))
                .endsWith("  \"params\": {\n    \"a\": 1\n  }\n}\n");
    }
}
