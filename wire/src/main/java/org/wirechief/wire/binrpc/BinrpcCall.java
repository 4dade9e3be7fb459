package org.wirechief.wire.binrpc;

import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// Writes request packets: the client's side.
public final class BinrpcCall {
    private static final Octets NULL_TEXT = Octets.of("<null string>");

    private BinrpcCall() {}

    /// Appends a request. As in answers ([BinrpcReply]), a boolean is 1 or 0, nothing is the text
    /// `<null string>`, an integer beyond 32 bits is decimal text. An array is one, except as a
    /// struct's member, where BINRPC has none: there it is a struct without names.
    public static void write(ReplyBuffer out, int cookie, Octets method, List<Value> args) {
        OpenPacket packet = OpenPacket.begin(out, PacketHeader.Kind.REQUEST, cookie);
        RecordWriter.text(out, method);
        args.forEach(arg -> value(out, arg));
        packet.finish();
    }

    private static void value(ReplyBuffer out, Value value) {
        // no switch over patterns on the way of one call: docs/adr/0006
        if (value instanceof Value.Text(Octets text)) {
            RecordWriter.text(out, text);
        } else if (value instanceof Value.Int(long number)) {
            integer(out, number);
        } else if (value instanceof Value.Real(double number)) {
            RecordWriter.real(out, number);
        } else if (value instanceof Value.Bool(boolean yes)) {
            RecordWriter.integer(out, yes ? 1 : 0);
        } else if (value instanceof Value.Nil) {
            RecordWriter.text(out, NULL_TEXT);
        } else if (value instanceof Value.Blob(Octets bytes)) {
            RecordWriter.blob(out, bytes);
        } else if (value instanceof Value.Arr(List<Value> elements)) {
            out.append(RecordWriter.OPEN_ARRAY);
            elements.forEach(element -> value(out, element));
            out.append(RecordWriter.CLOSE_ARRAY);
        } else if (value instanceof Value.Struct(List<Value.Member> members)) {
            out.append(RecordWriter.OPEN_STRUCT);
            members.forEach(member -> member(out, member));
            out.append(RecordWriter.CLOSE_STRUCT);
        }
    }

    private static void member(ReplyBuffer out, Value.Member member) {
        RecordWriter.name(out, member.name());
        if (member.value() instanceof Value.Arr(List<Value> elements)) {
            out.append(RecordWriter.OPEN_STRUCT);
            elements.forEach(element -> value(out, element));
            out.append(RecordWriter.CLOSE_STRUCT);
        } else {
            value(out, member.value());
        }
    }

    private static void integer(ReplyBuffer out, long number) {
        if (RecordWriter.isInt(number)) {
            RecordWriter.integer(out, (int) number);
        } else {
            RecordWriter.text(out, Octets.of(Long.toString(number)));
        }
    }
}
