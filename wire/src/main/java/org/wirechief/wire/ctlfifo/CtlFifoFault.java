package org.wirechief.wire.ctlfifo;

import java.nio.charset.StandardCharsets;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// Writes the status line of an answer (spec ctl §10.3).
public final class CtlFifoFault {
    /// A longer text is cut, as Kamailio cuts it.
    static final int LONGEST_TEXT = 1023;

    private static final Octets OK = Octets.of("200 OK\n");

    private CtlFifoFault() {}

    /// Appends a fault. Its text is cut at 1023 bytes, never inside a UTF-8 character; line ends at
    /// its end are left out and others escaped, for it is one line.
    public static void write(ReplyBuffer out, int code, String reason, CtlFifoRules rules) {
        write(out, code, Octets.of(reason), rules);
    }

    /// Appends the fault for a command that nobody serves.
    public static void unknown(ReplyBuffer out, Octets command, CtlFifoRules rules) {
        ReplyBuffer text = new ReplyBuffer();
        text.append(Octets.of("Command '"));
        text.append(command);
        text.append(Octets.of("' not found"));
        write(out, 500, Octets.copyOf(text.bytes(), 0, text.size()), rules);
    }

    /// Appends the answer to a request whose command line is wrong. With `compat` it is that of one
    /// that went well.
    public static void malformed(ReplyBuffer out, String wrong, CtlFifoRules rules) {
        if (rules.compat()) {
            ok(out);
        } else {
            write(out, 400, wrong, rules);
        }
    }

    static void ok(ReplyBuffer out) {
        out.append(OK);
    }

    private static void write(ReplyBuffer out, int code, Octets reason, CtlFifoRules rules) {
        out.append(Octets.of(code + " "));
        if (rules.compat()) {
            out.append(cut(reason, LONGEST_TEXT));
        } else {
            ReplyBuffer line = new ReplyBuffer();
            LineText.line(line, withoutLineEnds(reason));
            out.append(cut(Octets.copyOf(line.bytes(), 0, line.size()), LONGEST_TEXT));
        }
        out.append('\n');
    }

    private static Octets withoutLineEnds(Octets reason) {
        int end = reason.length();
        while (end > 0 && (reason.at(end - 1) == '\n' || reason.at(end - 1) == '\r')) {
            end--;
        }
        return Octets.copyOf(reason.toByteArray(), 0, end);
    }

    private static Octets cut(Octets text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        byte[] bytes = text.toByteArray();
        int end = longest;
        while (end > longest - 3 && isInsideCharacter(bytes[end])) {
            end--;
        }
        // bytes that are no UTF-8 have no characters to save
        Octets whole = Octets.copyOf(bytes, 0, isInsideCharacter(bytes[end]) ? longest : end);
        return endsInEscape(whole) ? Octets.copyOf(bytes, 0, whole.length() - 1) : whole;
    }

    private static boolean isInsideCharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }

    /// An odd number of backslashes at the end is half an escape.
    private static boolean endsInEscape(Octets text) {
        String latin = new String(text.toByteArray(), StandardCharsets.ISO_8859_1);
        int plain = latin.length();
        while (plain > 0 && latin.charAt(plain - 1) == '\\') {
            plain--;
        }
        return (latin.length() - plain) % 2 == 1;
    }
}
