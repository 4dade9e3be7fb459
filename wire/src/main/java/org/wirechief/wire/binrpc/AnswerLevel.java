package org.wirechief.wire.binrpc;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;

/// One level of an answer: its top, or the inside of one struct. Each may hold so many bytes, of
/// which a struct inside it takes its name and its two tags only (spec ctl §7.2, §7.3).
///
/// What does not fit makes the answer a fault. After a fault, or the end, nothing is written.
final class AnswerLevel {
    private static final Octets NULL_TEXT = Octets.of("<null string>");

    /// An opening and a closing one.
    private static final int TAGS = 2;

    private final AnswerPacket packet;
    private final boolean top;
    private final int depth;
    private int room;

    private AnswerLevel(AnswerPacket packet, int depth, int room) {
        this.packet = packet;
        this.top = depth == 0;
        this.depth = depth;
        this.room = room;
    }

    static AnswerLevel top(AnswerPacket packet) {
        return new AnswerLevel(packet, 0, packet.rules().maxBody());
    }

    /// Begins with the answer that its packet begins.
    void begin() {
        room = packet.rules().maxBody();
    }

    void integer(@Nullable Octets name, long value) {
        if (!RecordWriter.isInt(value)) {
            widened(name, value);
        } else if (begin(name, RecordWriter.sizeOfInt((int) value), 'd')) {
            RecordWriter.integer(packet.out(), (int) value);
        }
    }

    private void widened(@Nullable Octets name, long value) {
        Octets decimal = Octets.of(Long.toString(value));
        if (begin(name, RecordWriter.sizeOfText(decimal), 'd')) {
            RecordWriter.text(packet.out(), decimal);
            packet.widened();
        }
    }

    void real(@Nullable Octets name, double value) {
        if (begin(name, RecordWriter.sizeOfReal(value), 'f')) {
            RecordWriter.real(packet.out(), value);
        }
    }

    void text(@Nullable Octets name, Octets value) {
        if (begin(name, RecordWriter.sizeOfText(value), 's')) {
            RecordWriter.text(packet.out(), value);
        }
    }

    void nil(@Nullable Octets name) {
        text(name, NULL_TEXT);
    }

    void blob(@Nullable Octets name, Octets value) {
        if (begin(name, RecordWriter.sizeOfBlob(value), 's')) {
            RecordWriter.blob(packet.out(), value);
        }
    }

    /// What there is room for still.
    int room() {
        return room;
    }

    /// Writes records that were kept.
    ///
    /// @return false when there is no room, and nothing was written
    boolean kept(KeptRecords records) {
        if (packet.isClosed()) {
            return true;
        }
        if (records.room() > room || !packet.hasRoom(records.length())) {
            return false;
        }
        room -= records.room();
        records.writeTo(packet.out());
        return true;
    }

    void struct(@Nullable Octets name, Consumer<? super Members> body) {
        inside(name, '{', body);
    }

    void array(@Nullable Octets name, Consumer<? super Elements> body) {
        inside(name, '[', body);
    }

    private void inside(@Nullable Octets name, char format, Consumer<? super StructBody> body) {
        if (depth == RecordReader.MAX_DEPTH) {
            packet.fault(500, "Internal Server Error: an answer nests deeper than " + depth + " structs");
        }
        if (!begin(name, TAGS, format)) {
            return;
        }
        packet.out().append(RecordWriter.OPEN_STRUCT);
        try {
            int limit = packet.rules().structMaxBody();
            body.accept(new StructBody(new AnswerLevel(packet, depth + 1, limit)));
        } finally {
            // A fault about an argument may end the body, and what was written before it stands.
            if (!packet.isClosed()) {
                packet.out().append(RecordWriter.CLOSE_STRUCT);
            }
        }
    }

    /// Makes room for a name, if there is one, and a value, and writes the name.
    ///
    /// @param value the value's bytes
    /// @param format the character that Kamailio's fault names the value's type with
    /// @return false when there is no room, or a fault is the answer already
    private boolean begin(@Nullable Octets name, int value, char format) {
        if (packet.isClosed()) {
            return false;
        }
        long needed = (long) value + (name == null ? 0 : RecordWriter.sizeOfText(name));
        if (needed > room) {
            overflow(format);
            return false;
        }
        if (!packet.hasRoom((int) needed)) {
            packet.fault(500, "Internal Server Error: the answer is over " + AnswerPacket.LARGEST + " bytes");
            return false;
        }
        room -= (int) needed;
        if (name != null) {
            RecordWriter.name(packet.out(), name);
        }
        return true;
    }

    /// Kamailio has a text for its main body and says nothing about structs (`small/cnt-get_vars`).
    private void overflow(char format) {
        RecordError wrong = RecordError.OVERFLOW;
        packet.fault(
                500,
                top
                        ? "Internal server error processing '" + format + "': " + wrong.text() + " (" + wrong.code()
                                + ")"
                        : "a struct of the answer does not fit, raise binrpc_struct_max_body_size (now "
                                + packet.rules().structMaxBody() + " bytes)");
    }
}
