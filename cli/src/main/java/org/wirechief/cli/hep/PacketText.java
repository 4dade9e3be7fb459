package org.wirechief.cli.hep;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.output.Utf8;
import org.wirechief.core.Octets;
import org.wirechief.core.OneLine;
import org.wirechief.wire.hep.Hep1;
import org.wirechief.wire.hep.Hep2;
import org.wirechief.wire.hep.Hep3;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepPacket;
import org.wirechief.wire.hep.HepTime;

/// A packet for people: a line with who sent what to whom, then each line of what was captured
/// behind a tab. Bytes stand as they are, but for control characters and those
/// that reorder text, whose bytes are `\xNN`.
final class PacketText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private PacketText() {}

    /// @param content of the packet, inflated when it came compressed
    static void print(HepPacket packet, Octets content, ByteSink out) throws IOException {
        HepFlow flow = packet.flow();
        out.text(timeText(time(packet)) + " HEP" + packet.version() + " " + protocol(flow.protocol()) + " "
                + flow.source() + " > " + flow.destination() + identity(packet));
        if (packet instanceof Hep3 third && !third.correlation().isEmpty()) {
            out.text(" ");
            escaped(third.correlation(), out, "\\x0a");
        }
        out.text("\n");
        if (!content.isEmpty()) {
            out.text("\t");
            escaped(withoutLastLineFeed(content), out, "\n\t");
            out.text("\n");
        }
    }

    private static String identity(HepPacket packet) {
        return switch (packet) {
            case Hep1 _ -> "";
            case Hep2 second -> " id=" + second.captureId();
            case Hep3 third -> " id=" + third.captureId() + " type=0x" + Integer.toHexString(third.protocolType());
        };
    }

    /// When it was captured; null when the packet does not say.
    static @Nullable HepTime time(HepPacket packet) {
        return switch (packet) {
            case Hep1 _ -> null;
            case Hep2 second -> second.time();
            case Hep3 third -> third.time();
        };
    }

    static String timeText(@Nullable HepTime time) {
        if (time == null) {
            return "-";
        }
        Instant instant = time.instant();
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /// The name of an IP protocol, or its number.
    static String protocol(int number) {
        return switch (number) {
            case HepFlow.TCP -> "tcp";
            case HepFlow.UDP -> "udp";
            case 132 -> "sctp";
            default -> Integer.toString(number);
        };
    }

    private static Octets withoutLastLineFeed(Octets text) {
        int last = text.length() - 1;
        return text.at(last) == '\n' ? Octets.copyOf(text.toByteArray(), 0, last) : text;
    }

    private static void escaped(Octets text, ByteSink out, String lineFeed) throws IOException {
        int length;
        for (int at = 0; at < text.length(); at += length) {
            length = Math.max(1, Utf8.lengthAt(text, at));
            if (text.at(at) == '\n') {
                out.text(lineFeed);
            } else if (isShown(text, at)) {
                for (int i = at; i < at + length; i++) {
                    out.octet(text.at(i));
                }
            } else {
                for (int i = at; i < at + length; i++) {
                    out.text(String.format(Locale.ROOT, "\\x%02x", text.at(i)));
                }
            }
        }
    }

    /// A byte that is no UTF-8 is a control character to some terminals too.
    private static boolean isShown(Octets text, int at) {
        int length = Utf8.lengthAt(text, at);
        int point = length == 0 ? text.at(at) : Utf8.codePointAt(text, at, length);
        return point == '\t' || !OneLine.isUnsafe(point);
    }
}
