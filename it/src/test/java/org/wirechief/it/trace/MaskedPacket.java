package org.wirechief.it.trace;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.wirechief.core.Octets;
import org.wirechief.wire.hep.Hep1;
import org.wirechief.wire.hep.Hep2;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepChunk;
import org.wirechief.wire.hep.HepChunkType;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepPacket;

/// A packet as lines, a chunk each, without what differs from run to run: time, which ports there
/// are, the correlation's letters, and the caller's address where the originals do not tell it.
final class MaskedPacket {
    private static final String ANY = "?";

    private final boolean callerTold;
    private final boolean isRequest;
    private final Set<Integer> serverPorts;

    /// @param callerTold whether the caller's address counts
    /// @param isRequest whether it is the source
    /// @param serverPorts those that are the server's; another is the caller's
    MaskedPacket(boolean callerTold, boolean isRequest, Set<Integer> serverPorts) {
        this.callerTold = callerTold;
        this.isRequest = isRequest;
        this.serverPorts = serverPorts;
    }

    List<String> lines(HepPacket packet) {
        return switch (packet) {
            case Hep1(HepFlow flow, Octets payload) -> List.of("version 1", old(flow), hex(payload));
            case Hep2 two ->
                List.of(
                        "version 2",
                        old(two.flow()),
                        "capture id " + two.captureId(),
                        two.order().toString(),
                        hex(two.payload()));
            case Hep3(List<HepChunk> chunks) -> chunks(chunks);
        };
    }

    private List<String> chunks(List<HepChunk> chunks) {
        List<String> lines = new ArrayList<>();
        for (HepChunk chunk : chunks) {
            HepChunkType type = chunk.known().orElseThrow();
            boolean callers = isRequest
                    ? type == HepChunkType.IPV4_SOURCE || type == HepChunkType.IPV6_SOURCE
                    : type == HepChunkType.IPV4_DESTINATION || type == HepChunkType.IPV6_DESTINATION;
            String shown = switch (type) {
                case SECONDS, MICROS -> ANY;
                case SOURCE_PORT, DESTINATION_PORT -> port(Integer.parseInt(hex(chunk.data()), 16));
                case CORRELATION_ID -> chunk.data().toString().substring(0, 6);
                case PAYLOAD -> chunk.data().toString();
                case FAMILY,
                        PROTOCOL,
                        IPV4_SOURCE,
                        IPV4_DESTINATION,
                        IPV6_SOURCE,
                        IPV6_DESTINATION,
                        PROTOCOL_TYPE,
                        CAPTURE_ID,
                        COMPRESSED_PAYLOAD -> callers && !callerTold ? ANY : hex(chunk.data());
            };
            lines.add(type + " "
                    + (type == HepChunkType.PAYLOAD ? "" : chunk.data().length() + " ") + shown);
        }
        return lines;
    }

    private String port(int number) {
        return number == 0 ? "no port" : serverPorts.contains(number) ? "the server's port" : "the caller's port";
    }

    private String old(HepFlow flow) {
        String source = callerTold || !isRequest ? flow.source().host() : ANY;
        String destination = callerTold || isRequest ? flow.destination().host() : ANY;
        return flow.family() + " " + flow.protocol() + " " + source + " "
                + port(flow.source().port()) + " " + destination + " "
                + port(flow.destination().port());
    }

    private static String hex(Octets octets) {
        return HexFormat.of().formatHex(octets.toByteArray());
    }
}
