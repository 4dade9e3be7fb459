package org.wirechief.wire.binrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// What came back for a call: the client's side.
public sealed interface BinrpcAnswer {
    /// It went well.
    ///
    /// @param values what was answered, none to many; a struct without names in it is an array
    record Result(List<Value> values) implements BinrpcAnswer {
        public Result {
            values = List.copyOf(values);
        }
    }

    /// It failed.
    ///
    /// @param reason as the server words it, bytes of no particular character set
    record Failed(int code, Octets reason) implements BinrpcAnswer {
        @Override
        public List<Value> values() {
            throw new Fault(code, reason.toString());
        }
    }

    /// What was answered.
    ///
    /// @throws Fault when it failed
    List<Value> values();

    /// Reads a whole reply or fault packet. Takes all that servers send and `kamcmd` reads: values
    /// and structs without names inside structs, arrays, structs left open at the end.
    ///
    /// @param from where the packet begins in `bytes`, its header included
    /// @throws ProtocolError when it is a request or its body is broken; says where
    /// @throws IndexOutOfBoundsException when the packet does not lie inside `bytes`
    static BinrpcAnswer read(byte[] bytes, int from, PacketHeader header) throws ProtocolError {
        int body = from + header.headerLength();
        Objects.checkFromIndexSize(body, header.bodyLength(), bytes.length);
        RecordReader records = RecordReader.relaxed(bytes, body, body + header.bodyLength());
        return switch (header.kind()) {
            case REPLY -> result(records);
            case FAULT -> failed(records);
            case REQUEST -> throw new ProtocolError("not a reply");
        };
    }

    /// As [#read(byte[], int, PacketHeader)], of bytes that are one packet and nothing else.
    static BinrpcAnswer read(byte[] packet) throws ProtocolError {
        PacketHeader header = PacketHeader.read(packet, 0, packet.length);
        if (header == null || header.packetLength() != packet.length) {
            throw new ProtocolError(packet.length + " bytes are not one packet");
        }
        return read(packet, 0, header);
    }

    private static Result result(RecordReader records) throws ProtocolError {
        int body = records.position();
        ValueReader reader = new ValueReader(records);
        List<Value> values = new ArrayList<>();
        while (records.peek(RecordType.ANY) != RecordError.END) {
            Value value = reader.next();
            if (value == null) {
                throw broken(records, body, reader.error());
            }
            values.add(value);
        }
        return new Result(values);
    }

    private static Failed failed(RecordReader records) throws ProtocolError {
        int body = records.position();
        expect(records, RecordType.INT, body);
        int code = records.integer();
        expect(records, RecordType.STR, body);
        return new Failed(code, records.text());
    }

    private static void expect(RecordReader records, RecordType type, int body) throws ProtocolError {
        RecordError wrong = records.peek(type);
        if (wrong != null) {
            throw broken(records, body, wrong);
        }
        records.consume();
    }

    private static ProtocolError broken(RecordReader records, int body, RecordError wrong) {
        return new ProtocolError(wrong.text() + " at byte " + (records.position() - body) + " of the body");
    }
}
