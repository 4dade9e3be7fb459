package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// What Kamailio was asked and what it answered, asked of stand-ins for its commands.
class RequestVectorsTest {
    private static final List<String> FILES = List.of(
            "basic", "types", "faults", "structparams", "malformed", "stream", "limits", "small", "big", "autoconv");

    private static final Set<String> SERVED = Set.of(
            "core.echo",
            "core.prints",
            "core.printi",
            "core.version",
            "cnt.get",
            "cnt.get_raw",
            "cfg.seti",
            "cfg.set",
            "pl.set_pid");

    /// The connection's buffer is the transport's affair.
    private static final String BUFFER_OVERRUN = "/request-65536";

    static Stream<GoldenVector> requests() {
        return FILES.stream().flatMap(RequestVectorsTest::read).filter(RequestVectorsTest::isServed);
    }

    static Stream<GoldenVector> unanswered() {
        return read("faults").filter(RequestVectorsTest::isLongName);
    }

    @ParameterizedTest
    @MethodSource
    void requests(GoldenVector vector) {
        FakeServer server = server(vector, new StandIns());

        ask(server, vector);

        assertThat(Bytes.hex(server.out())).isEqualTo(vector.hasBytes("reply") ? Bytes.hex(vector.bytes("reply")) : "");
        if (!vector.flag("client_half_close") && !vector.text("after").equals("n/a")) {
            assertThat(server.isClosed()).isEqualTo(vector.text("after").equals("closed"));
        }
    }

    /// Kamailio has no room for these faults and sends nothing (docs/interpretation.md).
    @ParameterizedTest
    @MethodSource
    void unanswered(GoldenVector vector) {
        FakeServer server = server(vector, new StandIns());

        ask(server, vector);

        String text = ("command " + vector.text("method") + " not found").substring(0, 254);
        assertThat(vector.hasBytes("reply")).isFalse();
        assertThat(Bytes.hex(server.out()))
                .isEqualTo("a1370104" + "0badcafe" + "2001f4" + "91ff" + Bytes.ascii(text) + "00");
    }

    /// `pl.set_pid` keeps three doubles, `pl.get_pid` prints them.
    @ParameterizedTest
    @ValueSource(strings = {"types/dbl-set/", "autoconv/pid/"})
    void doublesArriveAsTheyWereSent(String sets) {
        String file = sets.substring(0, sets.indexOf('/'));
        long compared = read(file)
                .filter(set -> set.name().startsWith(sets) && !isFault(set))
                .filter(set -> reading(set)
                        .map(get -> {
                            FakeServer server = server(set, new StandIns());
                            ask(server, set);
                            server.out().clear();
                            ask(server, get);
                            assertThat(Bytes.hex(server.out())).as(get.name()).isEqualTo(Bytes.hex(get.bytes("reply")));
                            return get;
                        })
                        .isPresent())
                .count();
        assertThat(compared).isGreaterThanOrEqualTo(3);
    }

    @Test
    void thereAreVectors() {
        assertThat(requests().count()).isGreaterThan(400);
        assertThat(unanswered().count()).isEqualTo(4);
    }

    /// The vector that reads what this one has set.
    private static Optional<GoldenVector> reading(GoldenVector set) {
        String name = set.name().replace("dbl-set", "dbl-get").replace("/pid/", "/pidget/");
        return read(set.name().substring(0, set.name().indexOf('/')))
                .filter(vector -> vector.name().equals(name))
                .findFirst();
    }

    private static boolean isFault(GoldenVector vector) {
        return Bytes.hex(vector.bytes("reply")).startsWith("a133");
    }

    private static void ask(FakeServer server, GoldenVector vector) {
        boolean isStream = Set.of("unixs", "tcp").contains(vector.text("transport"));
        for (byte[] piece : vector.pieces("request")) {
            if (isStream) {
                server.received(piece);
            } else {
                server.datagram(piece);
            }
        }
    }

    private static FakeServer server(GoldenVector vector, StandIns standIns) {
        return new FakeServer(standIns.commands(), rules(vector));
    }

    private static BinrpcRules rules(GoldenVector vector) {
        String server = vector.text("server");
        if (server.contains("small.cfg")) {
            return BinrpcRules.DEFAULTS.withMaxBody(1024).withStructMaxBody(1024);
        }
        if (server.contains("big.cfg")) {
            return BinrpcRules.DEFAULTS.withMaxBody(200 * 1024).withStructMaxBody(100 * 1024);
        }
        return BinrpcRules.DEFAULTS.withAutoconversion(
                server.startsWith("5.6.3 autoconv.cfg") || vector.text("note").startsWith("autoconv.cfg"));
    }

    private static Stream<GoldenVector> read(String file) {
        return GoldenVectors.read("ctl/binrpc_" + file).stream();
    }

    private static boolean isServed(GoldenVector vector) {
        String method = vector.text("method");
        boolean isUnknown =
                vector.hasBytes("reply") && Bytes.text(vector.bytes("reply")).matches("(?s).*command .* not found.*");
        return !vector.name().endsWith(BUFFER_OVERRUN) && (method.equals("?") || SERVED.contains(method) || isUnknown);
    }

    private static boolean isLongName(GoldenVector vector) {
        return vector.name().startsWith("faults/unknown-long-") && !vector.hasBytes("reply");
    }
}
