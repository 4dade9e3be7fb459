package org.wirechief.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// Writes values straight into a buffer, compact, with the numbers and escapes of the reference
/// server (spec mi-json §6). Bytes are written as text is, a zero byte as `\u0000`; integers keep
/// their 64 bits.
///
/// Commas are the caller's affair at the top; inside structs and arrays they come by themselves.
/// Once the buffer holds more than the writer's bound, or structs and arrays nest deeper than
/// [#MAX_DEPTH], nothing more is written: see [#isTooLong] and [#isTooDeep]. Not for use by
/// several threads.
public final class JsonWriter {
    /// How deep structs and arrays may nest.
    public static final int MAX_DEPTH = 512;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);

    private final ReplyBuffer out;
    private final int bound;
    private int depth;
    private boolean tooDeep;
    private boolean stopped;

    /// @param bound how many bytes the buffer may hold in all
    public JsonWriter(ReplyBuffer out, int bound) {
        this.out = out;
        this.bound = bound;
    }

    /// Without a bound.
    public JsonWriter(ReplyBuffer out) {
        this(out, Integer.MAX_VALUE);
    }

    /// Whether the buffer holds more than it may; the rest was left out.
    public boolean isTooLong() {
        return out.size() > bound;
    }

    /// Whether what nests too deep was left out.
    public boolean isTooDeep() {
        return tooDeep;
    }

    /// Whether nothing is written any more.
    private boolean isShut() {
        return stopped || tooDeep || isTooLong();
    }

    /// Ignores all that is still to be written.
    public void stop() {
        stopped = true;
    }

    public void integer(long number) {
        ascii(Long.toString(number));
    }

    /// `null` when it is no number or infinite.
    public void real(double number) {
        ascii(NumberText.of(number));
    }

    public void bool(boolean yes) {
        ascii(yes ? "true" : "false");
    }

    public void nil() {
        ascii("null");
    }

    public void text(String text) {
        text(Octets.of(text));
    }

    public void text(Octets text) {
        if (isShut()) {
            return;
        }
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                octet(text.at(i));
            }
        }
        out.append('"');
    }

    private static boolean isPlain(Octets text) {
        for (int i = 0; i < text.length(); i++) {
            int octet = text.at(i);
            if (octet < ' ' || octet == '"' || octet == '\\') {
                return false;
            }
        }
        return true;
    }

    private void octet(int octet) {
        switch (octet) {
            case '"', '\\' -> escape(octet);
            case '\b' -> escape('b');
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\f' -> escape('f');
            case '\r' -> escape('r');
            default -> {
                if (octet < ' ') {
                    out.append(CONTROL, 0, CONTROL.length);
                    out.append(HEX[octet >> 4]);
                    out.append(HEX[octet & 0xF]);
                } else {
                    out.append(octet);
                }
            }
        }
    }

    private void escape(int letter) {
        out.append('\\');
        out.append(letter);
    }

    public void object(Consumer<? super Members> body) {
        inside('{', '}', body);
    }

    public void array(Consumer<? super Elements> body) {
        inside('[', ']', body);
    }

    private void inside(char opening, char closing, Consumer<? super JsonBody> body) {
        if (depth == MAX_DEPTH) {
            tooDeep = true;
        }
        if (isShut()) {
            return;
        }
        depth++;
        out.append(opening);
        try {
            body.accept(new JsonBody(this));
        } finally {
            // Whoever catches what the body throws goes on behind it.
            depth--;
            raw(closing);
        }
    }

    public void value(Value value) {
        switch (value) {
            case Value.Nil _ -> nil();
            case Value.Bool(boolean yes) -> bool(yes);
            case Value.Int(long number) -> integer(number);
            case Value.Real(double number) -> real(number);
            case Value.Text(Octets text) -> text(text);
            case Value.Blob(Octets bytes) -> text(bytes);
            case Value.Arr arr -> array(inside -> arr.elements().forEach(inside::add));
            case Value.Struct struct ->
                object(inside -> struct.members().forEach(member -> inside.put(member.name(), member.value())));
        }
    }

    /// A value that was read. Its numbers keep their digits when they are JSON's, whatever their
    /// size; of others their integer part is written.
    public void value(JsonValue value) {
        switch (value.kind()) {
            case NULL -> nil();
            case TRUE -> bool(true);
            case FALSE -> bool(false);
            case NUMBER -> number(value);
            case STRING -> text(value.text());
            case ARRAY -> inside('[', ']', body -> value.elements().forEach(body::add));
            case OBJECT ->
                inside('{', '}', body -> {
                    var names = value.names().iterator();
                    value.elements().forEach(element -> body.put(names.next(), element));
                });
        }
    }

    private void number(JsonValue value) {
        if (!isShut() && !value.appendStandardDigits(out)) {
            integer(value.integer());
        }
    }

    /// Writes what belongs between values.
    public void raw(char ascii) {
        if (!isShut()) {
            out.append(ascii);
        }
    }

    /// Writes JSON that is ready, such as `{"jsonrpc":"2.0",`.
    public void ready(Octets json) {
        if (!isShut()) {
            out.append(json);
        }
    }

    /// The same.
    public void ascii(String json) {
        if (!isShut()) {
            for (int i = 0; i < json.length(); i++) {
                out.append(json.charAt(i));
            }
        }
    }
}
