package org.wirechief.wire.hep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirechief.core.Octets;
import org.wirechief.wire.hep.HepPayload.Part;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;

/// Tells the parts of a payload apart.
final class HepPayloadReader {
    private static final List<Octets> BACKENDS =
            List.of(Octets.of("datagram"), Octets.of("fifo"), Octets.of("json"), Octets.of("ctl"));
    private static final Set<String> NAMES = Set.of("command", "backend", "parameters", "code", "reason", "reply");
    private static final int CODE_DIGITS = 3;

    private final Octets text;
    private final byte[] bytes;
    private final Octets delimiter;

    private HepPayloadReader(Octets text, Octets delimiter) {
        this.text = text;
        this.bytes = text.toByteArray();
        this.delimiter = delimiter;
    }

    static HepPayload read(Octets payload, Octets delimiter) {
        List<Part> members = members(payload);
        return new HepPayload(members.isEmpty() ? new HepPayloadReader(payload, delimiter).parts() : members);
    }

    /// Those of an object that has nothing but texts under our names; of anything else none.
    private static List<Part> members(Octets payload) {
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        byte[] bytes = payload.toByteArray();
        if (bytes.length == 0
                || bytes[0] != '{'
                || reader.read(bytes, 0, bytes.length) != JsonReader.Outcome.WHOLE
                || reader.end() != bytes.length) {
            return List.of();
        }
        List<Octets> names = reader.root().names();
        List<JsonValue> values = reader.root().elements();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).toString();
            if (!NAMES.contains(name) || !values.get(i).is(JsonKind.STRING)) {
                return List.of();
            }
            parts.add(new Part(name, values.get(i).text()));
        }
        return parts;
    }

    private List<Part> parts() {
        if (hasCode()) {
            return withCode();
        }
        for (int at = next(0); at >= 0; at = next(at + 1)) {
            int from = at + delimiter.length();
            int end = next(from);
            Octets backend = slice(from, end < 0 ? text.length() : end);
            if (BACKENDS.contains(backend)) {
                return List.of(
                        new Part("command", slice(0, at)),
                        new Part("backend", backend),
                        new Part(
                                "parameters",
                                end < 0 ? Octets.of("") : slice(end + delimiter.length(), text.length())));
            }
        }
        return List.of(new Part("reply", text));
    }

    private boolean hasCode() {
        for (int i = 0; i < CODE_DIGITS; i++) {
            if (i >= text.length() || text.at(i) < '0' || text.at(i) > '9') {
                return false;
            }
        }
        return text.length() == CODE_DIGITS || isAt(CODE_DIGITS, delimiter);
    }

    /// The reply begins with its status line, unless it is a later piece of one.
    private List<Part> withCode() {
        Octets code = slice(0, CODE_DIGITS);
        if (text.length() == CODE_DIGITS) {
            return List.of(new Part("code", code));
        }
        Octets status = Octets.join(code, Octets.of(" "));
        int from = CODE_DIGITS + delimiter.length();
        if (isAt(from, status)) {
            return List.of(new Part("code", code), new Part("reply", slice(from, text.length())));
        }
        int end = find(Octets.join(delimiter, status), from);
        if (end < 0) {
            end = next(from);
        }
        if (end < 0) {
            return List.of(new Part("code", code), new Part("reason", slice(from, text.length())));
        }
        return List.of(
                new Part("code", code),
                new Part("reason", slice(from, end)),
                new Part("reply", slice(end + delimiter.length(), text.length())));
    }

    private int next(int from) {
        return find(delimiter, from);
    }

    private int find(Octets what, int from) {
        for (int at = from; at + what.length() <= text.length(); at++) {
            if (isAt(at, what)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, Octets what) {
        if (at + what.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < what.length(); i++) {
            if (text.at(at + i) != what.at(i)) {
                return false;
            }
        }
        return true;
    }

    private Octets slice(int from, int to) {
        return Octets.copyOf(bytes, from, to);
    }
}
