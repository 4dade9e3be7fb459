package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wirechief.client.Client;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;

/// `chief demo --once` shows every door answering, and leaves nothing behind.
class DemoIT {
    private static final String CALLS = """
            > core.version
            wirechief [\\d.]+ \\(\\w+/linux\\)
            > core.echo is anybody there
            is
            anybody
            there
            > demo.hello operator
            hello operator
            > core.uptime
            \\{
                now: .*
                up_since: .*
                uptime: \\d+
            }

            """;

    /// A struct is a line there.
    private static final String LINES = "== ctl: fifo at fifo:/\\S+\n" + CALLS.substring(0, CALLS.indexOf("\\{"))
            + "now:.*,up_since:.*,uptime:\\d+\n\n";

    private static final String MI = """
            == mi_datagram: mi at mi:udp:127\\.0\\.0\\.1:\\d+
            > :demo\\.hello:\\\\noperator\\\\n
            200 OK
            hello operator

            > :demo\\.hello:\\\\n
            400 Too few or too many arguments

            """;

    private static final String MI_FIFO = """
            == mi_fifo: mi at fifo:/\\S+
            > :demo_reply:\\{.*"method":"demo\\.hello".*}
            \\{"jsonrpc":"2\\.0","result":"hello operator","id":1}

            """;

    private static final String EVENT = """
            == event_datagram: text to udp:127\\.0\\.0\\.1:\\d+
            > :event_subscribe:\\\\nE_DEMO_GREETED\\\\nudp:127\\.0\\.0\\.1:\\d+\\\\n
            200 OK

            > :demo\\.hello:\\\\noperator\\\\n
            200 OK
            hello operator

            event: E_DEMO_GREETED\\\\nname::operator\\\\n\\\\n
            > :event_subscribe:\\\\nE_DEMO_GREETED\\\\nudp:127\\.0\\.0\\.1:\\d+\\\\n0\\\\n
            200 OK

            """;

    private static final String TRACE = """
            == proto_hep: HEP to udp:127\\.0\\.0\\.1:\\d+
            > :version:\\\\n
            200 OK
            Server:: wirechief \\S+ \\(\\w+/linux\\)

            \\S+Z HEP3 tcp (\\S+) > (\\S+) id=1 type=0x57 (MICORR\\S+)
            \tversion:datagram
            \\S+Z HEP3 tcp \\3 > \\2 id=1 type=0x57 \\4
            \t200:OK:200 OK
            \tServer:: wirechief \\S+ \\(\\w+/linux\\)
            \t

            """;

    private static final int TRANSCRIPT_LINES = 4 * 15 + 12 + 8 + 4 + 12 + 12;

    @Test
    void showsEveryDoor() throws Exception {
        Pattern transcript = Pattern.compile("== ctl: binrpc at unixs:(/\\S+)\n" + CALLS
                + "== ctl: binrpc at unixd:/\\S+\n" + CALLS
                + "== ctl: binrpc at tcp:127\\.0\\.0\\.1:\\d+\n" + CALLS
                + "== ctl: binrpc at udp:127\\.0\\.0\\.1:\\d+\n" + CALLS + LINES + MI + MI_FIFO + EVENT + TRACE);
        try (TempFolder folder = TempFolder.create()) {
            Outcome outcome = Chief.run(folder, "demo", "--once");

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).matches(transcript);
            MatchResult found =
                    transcript.matcher(outcome.stdout()).results().findFirst().orElseThrow();
            assertThat(Path.of(found.group(1)).getParent()).doesNotExist();
        }
    }

    @Test
    void staysUntilItIsStopped() throws Exception {
        try (TempFolder folder = TempFolder.create();
                Chief demo = Chief.start(folder, "demo")) {
            List<String> printed = demo.printed(TRANSCRIPT_LINES + 17);
            String address = printed.getFirst().substring("== ctl: binrpc at ".length());
            assertThat(printed).contains("  kamcmd -s " + address + " core.psx");
            try (Client client = Client.connect(address)) {
                assertThat(client.call("demo.hello", "you").asText()).isEqualTo("hello you");
            }

            demo.term();

            demo.outcome();
            assertThat(Path.of(address.substring("unixs:".length())).getParent())
                    .doesNotExist();
        }
    }
}
