package org.wirechief.it.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.MiServer;

/// 20,000 datagrams on each carrier that no good client sends, each followed by a good call.
class RandomDatagramsIT {
    private static final int DATAGRAMS = 20_000;
    private static final String PIECES = ":::::\n\n\"\"\\\\ab {}[]'\0\r\t\u00ff1";
    private static final String[] BEGINNINGS = {
        "",
        ":",
        ":probe_echo:\n",
        ":probe_echo:\n",
        ":probe_echo:\n",
        ":probe_echo:\n\"",
        ":nope:\n",
        "200 OK\n",
        "{\"",
        ":probe_code:\n",
        ":probe_tree:\n9"
    };

    @ParameterizedTest
    @ValueSource(strings = {"udp4", "udp6", "unix"})
    void eachIsFollowedByAGoodAnswer(String carrier) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        try (MiServer server = Probed.start(carrier, mi -> mi);
                MiTalk hostile = MiTalk.with(server);
                MiTalk good = MiTalk.with(server)) {
            for (int i = 0; i < DATAGRAMS; i++) {
                byte[] datagram = datagram(random);
                hostile.socket().send(datagram);
                assertThat(good.ask(":probe_echo:\nn::" + i + "\n"))
                        .as("after %s", new String(datagram, StandardCharsets.ISO_8859_1))
                        .isEqualTo("200 OK\nArg:: 0 nlen=1 vlen="
                                + Integer.toString(i).length() + "\n\tN:: n\n\tV:: " + i + "\n\n");
            }
            assertThat(server.statistic("handler_errors")).isZero();
            assertThat(server.statistic("received")).isEqualTo(2L * DATAGRAMS);
        }
    }

    private static byte[] datagram(RandomGenerator random) {
        StringBuilder text = new StringBuilder(BEGINNINGS[random.nextInt(BEGINNINGS.length)]);
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(4) == 0) {
            random.nextBytes(bytes);
        }
        return bytes;
    }
}
