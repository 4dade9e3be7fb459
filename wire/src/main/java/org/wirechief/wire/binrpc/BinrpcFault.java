package org.wirechief.wire.binrpc;

import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// Writes fault packets (spec ctl §5, §7.5).
public final class BinrpcFault {
    /// A longer text is cut. Kamailio sends no fault at all then (`faults/unknown-long-237`).
    static final int LONGEST_TEXT = 254;

    private static final Octets COMMAND = Octets.of("command ");
    private static final Octets NOT_FOUND = Octets.of(" not found");

    private BinrpcFault() {}

    /// Appends a fault whose text is cut at 254 bytes, never inside a UTF-8 character.
    public static void write(ReplyBuffer out, int cookie, int code, String reason) {
        write(out, cookie, code, Octets.of(reason));
    }

    /// Appends a fault whose text is cut at 254 bytes, never inside a UTF-8 character.
    public static void write(ReplyBuffer out, int cookie, int code, Octets reason) {
        OpenPacket packet = OpenPacket.begin(out, PacketHeader.Kind.FAULT, cookie);
        RecordWriter.integer(out, code);
        RecordWriter.text(out, cut(reason));
        packet.finish();
    }

    /// Appends the fault for a command that nobody serves.
    ///
    /// @param command as [BinrpcRequest#command()] gives it
    public static void unknown(ReplyBuffer out, int cookie, Octets command) {
        byte[] text = new byte[COMMAND.length() + command.length() + NOT_FOUND.length()];
        COMMAND.copyTo(text, 0);
        command.copyTo(text, COMMAND.length());
        NOT_FOUND.copyTo(text, COMMAND.length() + command.length());
        write(out, cookie, 500, Octets.copyOf(text));
    }

    private static Octets cut(Octets reason) {
        if (reason.length() <= LONGEST_TEXT) {
            return reason;
        }
        int end = LONGEST_TEXT;
        while (isInsideCharacter(reason.at(end)) && LONGEST_TEXT - end < 3) {
            end--;
        }
        // Bytes that are no UTF-8 have no characters to save.
        if (isInsideCharacter(reason.at(end))) {
            end = LONGEST_TEXT;
        }
        return Octets.copyOf(reason.toByteArray(), 0, end);
    }

    private static boolean isInsideCharacter(int octet) {
        return (octet & 0xC0) == 0x80;
    }
}
