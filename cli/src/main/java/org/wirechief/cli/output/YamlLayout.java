package org.wirechief.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// YAML 1.2 in block style. Text that a reader could take for something else is quoted; text that
/// is no UTF-8 is `!!binary`.
final class YamlLayout {
    /// Text that needs no quotes; blanks only between words.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*");

    /// Text that YAML 1.1 or 1.2 takes for something else, in lower case.
    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    /// A longer key has to be announced; the limit is 1024 characters.
    private static final int LONGEST_KEY = 1000;

    private final ByteSink out;

    private YamlLayout(ByteSink out) {
        this.out = out;
    }

    /// Prints a document, line feed included.
    static void print(Value value, ByteSink out) throws IOException {
        new YamlLayout(out).inline(value, 0);
    }

    /// A value where a line has begun already; what follows is indented so far.
    private void inline(Value value, int indent) throws IOException {
        switch (value) {
            case Value.Arr(List<Value> elements) when !elements.isEmpty() -> sequence(elements, indent);
            case Value.Struct(List<Value.Member> members)
            when !members.isEmpty() -> mapping(Grouped.of(members), indent);
            case Value.Arr _ -> out.text("[]\n");
            case Value.Struct _ -> out.text("{}\n");
            case Value.Nil _ -> out.text("null\n");
            case Value.Real(double number) when Double.isNaN(number) -> out.text(".nan\n");
            case Value.Real(double number)
            when Double.isInfinite(number) -> out.text(number > 0 ? ".inf\n" : "-.inf\n");
            case Value.Bool _, Value.Int _, Value.Real _ ->
                out.octets(ScalarText.plain(value)).octet('\n');
            case Value.Text(Octets text) -> out.octets(scalar(text)).octet('\n');
            case Value.Blob(Octets bytes) -> out.octets(binary(bytes)).octet('\n');
        }
    }

    private void sequence(List<Value> elements, int indent) throws IOException {
        boolean first = true;
        for (Value element : elements) {
            out.repeat(' ', first ? 0 : indent).text("- ");
            inline(element, indent + 2);
            first = false;
        }
    }

    private void mapping(Map<Octets, Value> members, int indent) throws IOException {
        boolean first = true;
        for (Map.Entry<Octets, Value> member : members.entrySet()) {
            out.repeat(' ', first ? 0 : indent);
            key(scalar(member.getKey()), indent);
            if (isBlock(member.getValue())) {
                out.octet('\n').repeat(' ', indent + 2);
            } else {
                out.octet(' ');
            }
            inline(member.getValue(), indent + 2);
            first = false;
        }
    }

    private void key(Octets key, int indent) throws IOException {
        if (key.length() > LONGEST_KEY) {
            out.text("? ").octets(key).octet('\n').repeat(' ', indent);
        } else {
            out.octets(key);
        }
        out.octet(':');
    }

    private static boolean isBlock(Value value) {
        return switch (value) {
            case Value.Arr(List<Value> elements) -> !elements.isEmpty();
            case Value.Struct(List<Value.Member> members) -> !members.isEmpty();
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Text _, Value.Blob _ -> false;
        };
    }

    private static Octets scalar(Octets text) throws IOException {
        if (!Utf8.isValid(text)) {
            return binary(text);
        }
        String plain = text.toString();
        if (PLAIN.matcher(plain).matches() && !RESERVED.contains(plain.toLowerCase(Locale.ROOT))) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
        quoted(plain, new ByteSink(bytes, false));
        return Octets.copyOf(bytes.toByteArray());
    }

    private static Octets binary(Octets bytes) {
        return Octets.of("!!binary \"" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + '"');
    }

    private static void quoted(String text, ByteSink out) throws IOException {
        out.octet('"');
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int c = text.codePointAt(at);
            if (c == '"' || c == '\\') {
                out.octet('\\').octet(c);
            } else if (c == '\n') {
                out.text("\\n");
            } else if (c == '\t') {
                out.text("\\t");
            } else if (isPrintable(c)) {
                out.text(Character.toString(c));
            } else {
                JsonLayout.unit(c, out);
            }
        }
        out.octet('"');
    }

    /// What may stand in a document as it is, without what some readers take for a line's end.
    private static boolean isPrintable(int c) {
        return (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029)
                || (c >= 0xE000 && c < 0xFFFE && c != 0xFEFF)
                || c > 0xFFFF;
    }
}
