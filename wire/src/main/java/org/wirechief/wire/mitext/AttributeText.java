package org.wirechief.wire.mitext;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The attributes of a node that has no value: ` ID=0 PID=1 Type=MI Datagram`.
///
/// Neither names nor values are quoted and both may hold blanks, so ` PID=1 Log level=2` could mean
/// a `level` after `1 Log`. Such a line is left as text; a blank in the last value is no question.
final class AttributeText {
    private final Octets text;
    private final List<Value.Member> found = new ArrayList<>();

    private AttributeText(Octets text) {
        this.text = text;
    }

    /// The attributes, none when it cannot be told.
    static List<Value.Member> read(Octets text) {
        boolean hasValue = text.isEmpty() || text.at(0) != ' ';
        return hasValue ? List.of() : new AttributeText(text).read();
    }

    private List<Value.Member> read() {
        byte[] bytes = text.toByteArray();
        int at = 0;
        while (at < text.length()) {
            int equals = equalsOfWord(at + 1);
            if (equals < 0) {
                return List.of();
            }
            int end = nextAttribute(equals + 1);
            if (end < 0) {
                return List.of();
            }
            Octets value = Octets.copyOf(bytes, equals + 1, end);
            found.add(new Value.Member(Octets.copyOf(bytes, at + 1, equals), new Value.Text(value)));
            at = end;
        }
        return found;
    }

    /// Where the equals sign behind the word that begins there stands; -1 when there is no word, or
    /// a blank comes first.
    private int equalsOfWord(int from) {
        for (int i = from; i < text.length() && text.at(i) != ' '; i++) {
            if (text.at(i) == '=') {
                return i > from ? i : -1;
            }
        }
        return -1;
    }

    /// Where the value that begins there ends: at the blank before the next attribute, or at the
    /// end of the text when no other attribute follows. -1 when words stand between them.
    private int nextAttribute(int from) {
        boolean isWhole = true;
        for (int i = from; i < text.length(); i++) {
            if (text.at(i) == ' ') {
                if (equalsOfWord(i + 1) >= 0) {
                    return isWhole ? i : -1;
                }
                isWhole = false;
            }
        }
        return text.length();
    }
}
