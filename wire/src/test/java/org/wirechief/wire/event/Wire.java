package org.wirechief.wire.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.wire.ReplyBuffer;

/// Datagrams as tests write and compare them: a character a byte.
final class Wire {
    private Wire() {}

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static Octets octets(String latin1) {
        return Octets.copyOf(bytes(latin1));
    }

    static EventParameter named(String name, String value) {
        return new EventParameter(octets(name), new Value.Text(octets(value)));
    }

    static EventParameter unnamed(String value) {
        return EventParameter.unnamed(new Value.Text(octets(value)));
    }

    static Event event(EventParameter... parameters) {
        return new Event(octets("E_PROBE"), List.of(parameters));
    }

    static byte[] written(Event event, EventDialect dialect) {
        ReplyBuffer out = new ReplyBuffer();
        dialect.write(out, event);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    static ReceivedEvent read(byte[] datagram) throws ProtocolError {
        return ReceivedEvent.read(datagram, 0, datagram.length);
    }

    static ReceivedEvent read(String datagram) throws ProtocolError {
        return read(bytes(datagram));
    }
}
