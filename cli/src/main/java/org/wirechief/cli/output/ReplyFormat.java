package org.wirechief.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.binrpc.AnswerRecord;

/// A format of `kamcmd -f` (spec ctl §14.6): text with `%v` where the next record goes.
///
/// It begins anew when it is used up. What is left of it when the records are is printed with
/// nothing for each `%v`. One without `%v` stands before every record.
public final class ReplyFormat implements AnswerPrinter {
    /// The texts before, between and behind the `%v`s.
    private final List<Octets> texts;

    private ReplyFormat(List<Octets> texts) {
        this.texts = texts;
    }

    /// Reads a format as it is written: `\n`, `\r`, `\t` and `\\` are escapes, any other backslash
    /// stands for itself; `%v` is the next record, `%%` a percent sign. Bytes stay what they are.
    ///
    /// @throws IllegalArgumentException for anything else behind a percent sign, where kamcmd
    ///     prints for ever
    public static ReplyFormat parse(Octets format) {
        // a byte a character
        return new ReplyFormat(texts(unescaped(new String(format.toByteArray(), StandardCharsets.ISO_8859_1))));
    }

    /// The same in UTF-8.
    public static ReplyFormat parse(String format) {
        return parse(Octets.of(format));
    }

    private static String unescaped(String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            int known =
                    format.charAt(i) == '\\' && i + 1 < format.length() ? "nrt\\".indexOf(format.charAt(i + 1)) : -1;
            text.append(known < 0 ? format.charAt(i) : "\n\r\t\\".charAt(known));
            i += known < 0 ? 0 : 1;
        }
        return text.toString();
    }

    private static Octets bytes(CharSequence text) {
        return Octets.copyOf(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Octets> texts(String format) {
        List<Octets> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            char kind = ++i < format.length() ? format.charAt(i) : '\0';
            switch (kind) {
                case 'v' -> {
                    texts.add(bytes(text));
                    text.setLength(0);
                }
                case '%' -> text.append('%');
                default ->
                    throw new IllegalArgumentException("in the format, after the percent sign at " + i + ", "
                            + (i < format.length()
                                    ? "there is '" + first(format.substring(i)) + "'"
                                    : "there is nothing")
                            + ": allowed are %v for a value and %% for a percent sign");
            }
        }
        texts.add(bytes(text));
        return texts;
    }

    /// The character there, which has several bytes where it is no ASCII.
    private static String first(String latin) {
        return Character.toString(bytes(latin).toString().codePointAt(0));
    }

    @Override
    public String separator() {
        return "";
    }

    @Override
    public void print(List<Value> answer, ByteSink out) throws IOException {
        try {
            print(ValueRecords.of(answer), out);
        } catch (ProtocolError e) {
            throw new IllegalStateException("values have no broken records", e);
        }
    }

    /// Prints records until they end.
    ///
    /// @throws ProtocolError from the source; what was sound is printed, and a line feed
    /// (`kamcmd-print/fmt/parse-error`)
    public void print(RecordSource records, ByteSink out) throws IOException, ProtocolError {
        int last = texts.size() - 1;
        int at = 0;
        while (true) {
            AnswerRecord record;
            try {
                record = records.next();
            } catch (ProtocolError e) {
                out.octets(texts.get(at > last ? 0 : at)).octet('\n');
                throw e;
            }
            if (record == null) {
                break;
            }
            at = at > last ? 0 : at;
            out.octets(texts.get(at++));
            shown(record, out);
            if (at == last) {
                out.octets(texts.get(at++));
            }
        }
        while (at <= last) {
            out.octets(texts.get(at++));
        }
    }

    private static void shown(AnswerRecord record, ByteSink out) throws IOException {
        // no switch over patterns on the way of one call: docs/adr/0006
        if (record instanceof AnswerRecord.Scalar(@Nullable Octets name, var value)) {
            TextLayout.name(name, out);
            out.octets(ScalarText.likeKamcmd(value));
        } else if (record instanceof AnswerRecord.Open(@Nullable Octets name, var bracket)) {
            TextLayout.name(name, out);
            out.octet(TextLayout.opening(bracket));
        } else if (record instanceof AnswerRecord.Close(var bracket)) {
            out.octet(TextLayout.closing(bracket));
        }
    }
}
