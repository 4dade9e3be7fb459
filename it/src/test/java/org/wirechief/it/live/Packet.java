package org.wirechief.it.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// BINRPC packets written by hand (spec ctl §2, §3) in their shortest form, so that the codec does
/// not test itself. Only what scenarios need: text, and integers from 0.
public final class Packet {
    private static final int REQUEST = 0;
    private static final int REPLY = 1;
    private static final int FAULT = 3;

    private Packet() {}

    /// A request. Its arguments are `String` or `Integer`.
    public static byte[] request(int cookie, String command, Object... args) {
        return packet(REQUEST, cookie, body(command, args));
    }

    /// An answer that holds these values.
    public static byte[] reply(int cookie, Object... values) {
        return packet(REPLY, cookie, body(null, values));
    }

    public static byte[] fault(int cookie, int code, String text) {
        return packet(FAULT, cookie, body(null, code, text));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] body(String command, Object... values) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (command != null) {
            value(body, command);
        }
        for (Object value : values) {
            value(body, value);
        }
        return body.toByteArray();
    }

    private static void value(ByteArrayOutputStream body, Object value) {
        if (value instanceof Integer number) {
            byte[] digits = minimal(number, 0);
            body.write(digits.length << 4);
            body.writeBytes(digits);
            return;
        }
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        int length = text.length + 1;
        if (length < 8) {
            body.write(length << 4 | 1);
        } else {
            byte[] digits = minimal(length, 1);
            body.write(0x80 | digits.length << 4 | 1);
            body.writeBytes(digits);
        }
        body.writeBytes(text);
        body.write(0);
    }

    private static byte[] packet(int kind, int cookie, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        byte[] length = minimal(body.length, 1);
        byte[] id = minimal(cookie, 1);
        packet.write(0xA1);
        packet.write((kind << 4) | ((length.length - 1) << 2) | (id.length - 1));
        packet.writeBytes(length);
        packet.writeBytes(id);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /// Big-endian without leading zero bytes, at least so many.
    private static byte[] minimal(int value, int least) {
        int size = Math.max(least, (39 - Integer.numberOfLeadingZeros(value)) / 8);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >>> (8 * (size - 1 - i)));
        }
        return bytes;
    }
}
