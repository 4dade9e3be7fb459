package org.wirechief.cli.hep;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.hep.Hep1;
import org.wirechief.wire.hep.Hep2;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepAddress;
import org.wirechief.wire.hep.HepChunk;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepPacket;
import org.wirechief.wire.hep.HepPayload;
import org.wirechief.wire.hep.HepTime;

/// A packet for programs. What a packet does not tell is missing.
final class PacketValue {
    private final List<Value.Member> members = new ArrayList<>();

    private PacketValue() {}

    /// @param delimiter what stands between the parts of OpenSIPS's payloads
    static Value of(Captured captured, Octets delimiter) {
        PacketValue value = new PacketValue();
        HepPacket packet = captured.packet();
        value.put("version", Value.of(packet.version()));
        value.put("sender", Value.of(captured.sender()));
        HepTime time = PacketText.time(packet);
        if (time != null) {
            value.put("time", Value.of(PacketText.timeText(time)));
        }
        value.flow(packet.flow());
        switch (packet) {
            case Hep1 _ -> {}
            case Hep2 second -> value.put("capture_id", Value.of(second.captureId()));
            case Hep3 third -> value.version3(third);
        }
        value.put("payload", new Value.Text(captured.content()));
        if (packet instanceof Hep3 third && third.protocolType() == Hep3.MANAGEMENT) {
            value.parts(HepPayload.read(captured.content(), delimiter));
        }
        return new Value.Struct(value.members);
    }

    private void flow(HepFlow flow) {
        put("family", Value.of(flow.family()));
        put("protocol", Value.of(PacketText.protocol(flow.protocol())));
        end("source", flow.source());
        end("destination", flow.destination());
    }

    private void end(String name, HepAddress address) {
        if (!address.ip().isEmpty()) {
            put(name, Value.of(address.host()));
        }
        put(name + "_port", Value.of(address.port()));
    }

    private void version3(Hep3 packet) {
        put("protocol_type", Value.of(packet.protocolType()));
        put("capture_id", Value.of(packet.captureId()));
        if (!packet.correlation().isEmpty()) {
            put("correlation_id", new Value.Text(packet.correlation()));
        }
        List<Value> unknown = packet.chunks().stream()
                .filter(chunk -> chunk.known().isEmpty())
                .map(PacketValue::chunk)
                .toList();
        if (!unknown.isEmpty()) {
            put("unknown_chunks", new Value.Arr(unknown));
        }
    }

    private static Value chunk(HepChunk chunk) {
        PacketValue value = new PacketValue();
        value.put("vendor", Value.of(chunk.vendor()));
        value.put("type", Value.of(chunk.type()));
        value.put("hex", Value.of(HexFormat.of().formatHex(chunk.data().toByteArray())));
        return new Value.Struct(value.members);
    }

    private void parts(HepPayload payload) {
        PacketValue value = new PacketValue();
        payload.parts().forEach(part -> value.put(part.name(), new Value.Text(part.text())));
        put("parts", new Value.Struct(value.members));
    }

    private void put(String name, Value value) {
        members.add(new Value.Member(Octets.of(name), value));
    }
}
