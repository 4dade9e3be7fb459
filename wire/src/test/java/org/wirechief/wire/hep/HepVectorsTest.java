package org.wirechief.wire.hep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import org.wirechief.wire.ReplyBuffer;
import tools.jackson.databind.JsonNode;

/// Every packet that OpenSIPS 2.4 and 3.6 sent, read, compared with what stands in it, and written
/// again: the bytes are the same.
class HepVectorsTest {
    static Stream<GoldenVector> packets() {
        return Stream.of("mi-json/hep", "mi-text/hep24")
                .flatMap(file -> GoldenVectors.read(file).stream())
                .filter(vector -> vector.has("decoded"));
    }

    static Stream<GoldenVector> version3() {
        return packets().filter(vector -> vector.json().get("decoded").has("chunks"));
    }

    static Stream<GoldenVector> earlier() {
        return packets().filter(vector -> vector.json().get("decoded").has("version"));
    }

    @Test
    void thereAreVectors() {
        assertThat(version3().count()).isEqualTo(165);
        assertThat(earlier().count()).isEqualTo(17);
        assertThat(packets().count()).isEqualTo(182);
    }

    @ParameterizedTest
    @MethodSource("packets")
    void isWrittenAsItCame(GoldenVector vector) throws ProtocolError {
        byte[] wire = wire(vector);

        assertThat(HexFormat.of().formatHex(written(read(wire))))
                .isEqualTo(HexFormat.of().formatHex(wire));
        if (wire[0] == 'H') {
            assertThat(HepFrame.length(wire, 0, wire.length)).isEqualTo(wire.length);
        }
    }

    @ParameterizedTest
    @MethodSource
    void version3(GoldenVector vector) throws ProtocolError {
        Hep3 packet = (Hep3) read(wire(vector));
        JsonNode decoded = vector.json().get("decoded");
        List<JsonNode> chunks = decoded.get("chunks").valueStream().toList();

        assertThat(packet.chunks()).hasSameSizeAs(chunks);
        for (int i = 0; i < chunks.size(); i++) {
            HepChunk chunk = packet.chunks().get(i);
            JsonNode expected = chunks.get(i);
            assertThat(chunk.vendor()).isEqualTo(expected.get("vendor").intValue());
            assertThat(chunk.type()).isEqualTo(expected.get("type").intValue());
            assertThat(chunk.length())
                    .isEqualTo(expected.path("len")
                            .intValue(expected.path("length").intValue(0)));
            assertThat(shown(packet, chunk))
                    .as(chunk.known().orElseThrow().label())
                    .isEqualTo(value(vector, expected.get("value").asString()));
        }
    }

    /// Those of 2.4 have escapes.
    private static String value(GoldenVector vector, String value) {
        return vector.hasBytes("hep")
                ? Pattern.compile("\\\\(x00|.)").matcher(value).replaceAll(found -> switch (found.group(1)) {
                    case "n" -> "\n";
                    case "r" -> "\r";
                    case "t" -> "\t";
                    case "x00" -> "\0";
                    default -> Matcher.quoteReplacement(found.group(1));
                })
                : value;
    }

    /// A chunk's value through the packet's own accessors, as the vectors write it.
    private static String shown(Hep3 packet, HepChunk chunk) {
        HepFlow flow = packet.flow();
        return switch (chunk.known().orElseThrow()) {
            case FAMILY -> Integer.toString(flow.family());
            case PROTOCOL -> Integer.toString(flow.protocol());
            case IPV4_SOURCE, IPV6_SOURCE -> flow.source().host();
            case IPV4_DESTINATION, IPV6_DESTINATION -> flow.destination().host();
            case SOURCE_PORT -> Integer.toString(flow.source().port());
            case DESTINATION_PORT -> Integer.toString(flow.destination().port());
            case SECONDS -> Long.toString(time(packet).seconds());
            case MICROS -> Long.toString(time(packet).micros());
            case PROTOCOL_TYPE -> Integer.toString(packet.protocolType());
            case CAPTURE_ID -> Long.toString(packet.captureId());
            case PAYLOAD, COMPRESSED_PAYLOAD -> payload(packet.payload(), chunk);
            case CORRELATION_ID -> packet.correlation().toString();
        };
    }

    private static HepTime time(Hep3 packet) {
        HepTime time = packet.time();
        if (time == null) {
            throw new AssertionError("there is no time");
        }
        return time;
    }

    private static String payload(Octets payload, HepChunk chunk) {
        assertThat(payload).isEqualTo(chunk.data());
        return payload.toString();
    }

    @ParameterizedTest
    @MethodSource("version3")
    void isMadeOfItsParts(GoldenVector vector) throws ProtocolError {
        byte[] wire = wire(vector);
        Hep3 packet = (Hep3) read(wire);
        HepFlow flow = packet.flow();
        HepCorrelation correlation = HepCorrelation.read(packet.correlation()).orElseThrow();

        Hep3 again = Hep3.of(
                HepFlow.of(flow.protocol(), flow.source(), flow.destination()),
                time(packet),
                Hep3.MANAGEMENT,
                packet.captureId(),
                packet.payload(),
                correlation.text());

        assertThat(written(again)).isEqualTo(wire);
        assertThat(Hep3.roomForPayload(flow, correlation.text(), wire.length))
                .isEqualTo(packet.payload().length());
    }

    @ParameterizedTest
    @MethodSource("version3")
    void payloadsAreToldApartAndJoinedAgain(GoldenVector vector) throws ProtocolError {
        Octets payload = read(wire(vector)).payload();
        boolean json = payload.toString().startsWith("{\n\t\"");
        Octets delimiter = Octets.of(vector.name().contains("delim") ? "##" : ":");

        HepPayload parts = HepPayload.read(payload, delimiter);

        HepForm form = json ? HepForm.JSON : new HepForm.Delimited(delimiter);
        assertThat(form.write(parts).toString()).isEqualTo(payload.toString());
        assertThat(parts.isRequest()).isEqualTo(isRequest(vector));
    }

    /// Names end in what came first, the request, and what came then; of `hep3-fifo/parse-error`
    /// the reply only.
    private static boolean isRequest(GoldenVector vector) {
        String name = vector.name();
        return (name.endsWith(".1") || name.endsWith("/0") || name.endsWith("fifo_two.3"))
                && !name.equals("hep3-fifo/parse-error/0");
    }

    @ParameterizedTest
    @MethodSource
    void earlier(GoldenVector vector) throws ProtocolError {
        HepPacket packet = read(wire(vector));
        JsonNode decoded = vector.json().get("decoded");
        HepFlow flow = packet.flow();

        assertThat(packet.version()).isEqualTo(decoded.get("version").intValue());
        assertThat(flow.family()).isEqualTo(decoded.get("family").intValue());
        assertThat(flow.protocol())
                .isEqualTo(
                        decoded.path("proto").intValue(decoded.path("protocol").intValue(0)));
        assertThat(flow.source()).hasToString(decoded.get("src").asString() + ":" + decoded.get("src_port"));
        assertThat(flow.destination()).hasToString(decoded.get("dst").asString() + ":" + decoded.get("dst_port"));
        assertThat(packet.payload()).isEqualTo(Octets.copyOf(new byte[8]));
        if (packet instanceof Hep2 second && decoded.has("tv_sec_le")) {
            assertThat(second.time())
                    .isEqualTo(new HepTime(
                            decoded.get("tv_sec_le").longValue(),
                            decoded.get("tv_usec_le").longValue()));
            assertThat(second.captureId()).isEqualTo(decoded.get("captid_le").intValue());
        }
    }

    private static byte[] wire(GoldenVector vector) {
        return vector.hasBytes("hep") ? vector.bytes("hep") : vector.bytes("reply");
    }

    private static HepPacket read(byte[] wire) throws ProtocolError {
        return HepPacket.read(wire, 0, wire.length);
    }

    private static byte[] written(HepPacket packet) {
        ReplyBuffer out = new ReplyBuffer();
        packet.write(out);
        return Octets.copyOf(out.bytes(), 0, out.size()).toByteArray();
    }
}
