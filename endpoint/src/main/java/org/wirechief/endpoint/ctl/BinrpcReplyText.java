package org.wirechief.endpoint.ctl;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Tap;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.AnswerRecord;
import org.wirechief.wire.binrpc.AnswerRecords;
import org.wirechief.wire.binrpc.PacketHeader;

/// A BINRPC reply as text, in the manner of the line protocol: `200 OK`, then a line for each
/// value, a struct `name:value,name:value`, what nests in it in braces. A fault has its status
/// only.
///
/// @param text of a fault none
record BinrpcReplyText(Tap.Status status, Octets text) {
    private static final Tap.Status OK = new Tap.Status(200, Octets.of("OK"));
    private static final Octets NOTHING = Octets.of("");

    /// Reads a packet of our own as far as it is wanted.
    ///
    /// @param from where its header begins
    /// @param room bytes of text that are wanted
    static BinrpcReplyText of(byte[] bytes, int from, int to, int room) {
        try {
            PacketHeader header = PacketHeader.read(bytes, from, to);
            if (header == null) {
                throw new IllegalArgumentException("no whole packet");
            }
            AnswerRecords records = new AnswerRecords(bytes, from + header.headerLength(), to);
            return header.kind() == PacketHeader.Kind.FAULT ? fault(records) : new Writing(room).all(records);
        } catch (ProtocolError e) {
            throw new IllegalArgumentException("an answer of ours is broken", e);
        }
    }

    private static BinrpcReplyText fault(AnswerRecords records) throws ProtocolError {
        long code = records.next() instanceof AnswerRecord.Scalar(var _, Value.Int(long number)) ? number : 0;
        Octets reason =
                records.next() instanceof AnswerRecord.Scalar(var _, Value.Text(Octets text)) ? text : Octets.of("");
        return new BinrpcReplyText(new Tap.Status((int) code, reason), NOTHING);
    }

    /// The text while it is written.
    private static final class Writing {
        private final int room;
        private final ReplyBuffer out = new ReplyBuffer();
        /// Whether each open struct or array is still empty.
        private final Deque<Boolean> open = new ArrayDeque<>();

        Writing(int room) {
            this.room = room;
            text("200 OK\n");
        }

        BinrpcReplyText all(AnswerRecords records) throws ProtocolError {
            AnswerRecord next = records.next();
            while (next != null && out.size() < room) {
                write(next);
                next = records.next();
            }
            return new BinrpcReplyText(OK, Octets.copyOf(out.bytes(), 0, Math.min(out.size(), room)));
        }

        private void write(AnswerRecord record) {
            switch (record) {
                case AnswerRecord.Scalar(var name, var value) -> {
                    begin(name);
                    scalar(value);
                    endOfLine();
                }
                case AnswerRecord.Open(var name, var bracket) -> {
                    begin(name);
                    if (!open.isEmpty()) {
                        text(bracket == AnswerRecord.Bracket.STRUCT ? "{" : "[");
                    }
                    open.push(true);
                }
                case AnswerRecord.Close(var bracket) -> {
                    open.poll();
                    if (!open.isEmpty()) {
                        text(bracket == AnswerRecord.Bracket.STRUCT ? "}" : "]");
                    }
                    endOfLine();
                }
            }
        }

        private void begin(@Nullable Octets name) {
            Boolean isFirst = open.poll();
            if (isFirst != null) {
                text(isFirst ? "" : ",");
                open.push(false);
            }
            if (name != null) {
                out.append(name);
                text(":");
            }
        }

        private void scalar(Value value) {
            switch (value) {
                case Value.Text(Octets octets) -> out.append(octets);
                case Value.Blob(Octets octets) -> out.append(octets);
                case Value.Int _, Value.Real _, Value.Bool _, Value.Nil _, Value.Arr _, Value.Struct _ ->
                    text(value.asText());
            }
        }

        private void endOfLine() {
            if (open.isEmpty()) {
                text("\n");
            }
        }

        private void text(String text) {
            out.append(Octets.of(text));
        }
    }
}
