package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.TempFolder;

/// What waits for those who sleep is bounded by the heap, however small that is.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SmallHeapIT {
    private static final int SLEEPERS = 20;
    private static final int EVENTS = 100;
    private static final int LENGTH = 16_000;
    private static final long QUARTER = 12 * 1024 * 1024;

    @Test
    void moreThanAQuarterOfItGivesWay() throws Exception {
        List<EventReceiver> sleepers = new ArrayList<>();
        try (TempFolder folder = TempFolder.create();
                Chief server = Chief.start(
                        folder,
                        List.of("env", "JDK_JAVA_OPTIONS=-Xmx48m"),
                        "serve",
                        "--set",
                        "mi_datagram.socket_name=" + folder.resolve("mi"),
                        "--set",
                        "event_datagram.queue_bytes=" + EVENTS * LENGTH * 2)) {
            server.addresses(1);
            try (RawDatagrams mi = RawDatagrams.to("unixd:" + folder.resolve("mi"))) {
                for (int i = 0; i < SLEEPERS; i++) {
                    sleepers.add(EventReceiver.asleep(folder.resolve("s" + i)));
                    ask(
                            mi,
                            ":event_subscribe:\nE_CORE_THRESHOLD\n"
                                    + sleepers.getLast().name() + "\n");
                }
                for (int i = 0; i < EVENTS; i++) {
                    ask(mi, ":raise_event:\nE_CORE_THRESHOLD\n" + "x".repeat(LENGTH) + "\n");
                }

                String numbers = ask(mi, ":get_statistics:\nevent_datagram:\n");

                assertThat(number(numbers, "waiting_bytes_max")).isBetween(QUARTER / 2, QUARTER);
                assertThat(number(numbers, "waiting_bytes"))
                        .isBetween(QUARTER / 2, number(numbers, "waiting_bytes_max"));
                assertThat(number(numbers, "raised")).isEqualTo(SLEEPERS * EVENTS);
                assertThat(number(numbers, "dropped")).isPositive();
            }
        } finally {
            sleepers.forEach(EventReceiver::close);
        }
    }

    private static String ask(RawDatagrams mi, String request) throws Exception {
        mi.send(request.getBytes(ISO_8859_1));
        String answer = new String(mi.receive(), ISO_8859_1);
        assertThat(answer).startsWith("200 OK\n");
        return answer;
    }

    private static long number(String numbers, String name) {
        Matcher line = Pattern.compile("^event_datagram:" + name + ":: (\\d+)$", Pattern.MULTILINE)
                .matcher(numbers);
        assertThat(line.find()).as("%s in %s", name, numbers).isTrue();
        return Long.parseLong(line.group(1));
    }
}
