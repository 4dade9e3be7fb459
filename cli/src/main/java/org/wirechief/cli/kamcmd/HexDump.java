package org.wirechief.cli.kamcmd;

/// Bytes as `-vvv` shows them: sixteen a line, in hex and as ASCII.
final class HexDump {
    private static final int WIDTH = 16;

    private HexDump() {}

    static String of(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at += WIDTH) {
            int end = Math.min(at + WIDTH, to);
            for (int i = at; i < end; i++) {
                text.append("%02x ".formatted(bytes[i] & 0xFF));
            }
            text.append("   ".repeat(WIDTH - (end - at))).append(' ');
            for (int i = at; i < end; i++) {
                text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
