package org.wirechief.wire.binrpc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;

/// Bytes as tests write and compare them: hex digits, blanks between them ignored.
final class Bytes {
    static final Origin ORIGIN = new Origin("test", "none", "nobody", Access.READ);

    private Bytes() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String hex(ReplyBuffer buffer) {
        return HexFormat.of().formatHex(buffer.bytes(), 0, buffer.size());
    }

    /// Hex digits without their blanks, for comparisons.
    static String digits(String spaced) {
        return spaced.replace(" ", "");
    }

    static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String utf8(String digits) {
        return new String(hex(digits), StandardCharsets.UTF_8);
    }

    /// A request packet for command `c` with cookie 5 and these records behind the name.
    static BinrpcRequest request(String records, BinrpcRules rules) throws ProtocolError {
        byte[] body = hex("21 63 00" + records);
        byte[] packet = new byte[4 + body.length];
        System.arraycopy(new byte[] {(byte) 0xA1, 0, (byte) body.length, 5}, 0, packet, 0, 4);
        System.arraycopy(body, 0, packet, 4, body.length);
        return BinrpcRequest.of(packet, 0, PacketHeader.read(packet, 0, packet.length), ORIGIN, rules);
    }

    /// The packets that stand back to back in these bytes.
    static List<byte[]> packets(byte[] bytes) throws ProtocolError {
        List<byte[]> packets = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            PacketHeader header = PacketHeader.read(bytes, at, bytes.length);
            packets.add(Arrays.copyOfRange(bytes, at, at + header.packetLength()));
            at += header.packetLength();
        }
        return packets;
    }
}
