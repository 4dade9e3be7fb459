package org.wirechief.wire.mitext;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The lines of a reply as nodes in nodes. The indent is whatever the first line that has one
/// begins with: TABs, or blanks; a server may be told to use other bytes, which are read as part of
/// the names.
final class AnswerTree {
    private final byte[] bytes;
    private final List<AnswerNode> roots = new ArrayList<>();

    /// The nodes that what follows may stand below, the uppermost first.
    private final List<AnswerNode> open = new ArrayList<>();

    private int unit;
    private byte indent;

    private AnswerTree(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The values that the lines between `from` and `to` come to, each ended by a line feed. Empty
    /// lines say nothing.
    static List<Value> values(byte[] bytes, int from, int to) {
        AnswerTree tree = new AnswerTree(bytes);
        int line = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                if (i > line) {
                    tree.line(line, i);
                }
                line = i + 1;
            }
        }
        return AnswerNode.values(tree.roots);
    }

    private void line(int from, int to) {
        if (unit == 0 && !open.isEmpty()) {
            findUnit(from, to);
        }
        int level = 0;
        int at = from;
        while (level < open.size() && isIndent(at, to)) {
            at += unit;
            level++;
        }
        AnswerNode node = AnswerNode.of(Octets.copyOf(bytes, at, to));
        open.subList(level, open.size()).clear();
        (level == 0 ? roots : open.getLast().children()).add(node);
        open.add(node);
    }

    private void findUnit(int from, int to) {
        indent = bytes[from];
        if (indent == '\t' || indent == ' ') {
            int at = from;
            while (at < to && bytes[at] == indent) {
                at++;
            }
            unit = at < to ? at - from : 0;
        }
    }

    /// Whether an indent stands there, and something behind it.
    private boolean isIndent(int at, int to) {
        if (unit == 0 || at + unit >= to) {
            return false;
        }
        for (int i = at; i < at + unit; i++) {
            if (bytes[i] != indent) {
                return false;
            }
        }
        return true;
    }
}
