package org.wirechief.wire.mitext;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A node of a reply.
///
/// @param name empty for none
/// @param text what follows the name
/// @param children the nodes below it
record AnswerNode(Octets name, Octets text, List<AnswerNode> children) {
    private static final Octets NOTHING = Octets.of("");

    /// The node of a line without its indent.
    static AnswerNode of(Octets line) {
        int end = nameEnd(line);
        if (end == 0) {
            return new AnswerNode(NOTHING, line, new ArrayList<>());
        }
        byte[] bytes = line.toByteArray();
        Octets name = Octets.copyOf(bytes, 0, end);
        return new AnswerNode(name, Octets.copyOf(bytes, end + 3, bytes.length), new ArrayList<>());
    }

    /// Where the first `:: ` stands; 0 when there is none or no name before it.
    private static int nameEnd(Octets line) {
        for (int i = 0; i + 2 < line.length(); i++) {
            if (line.at(i) == ':' && line.at(i + 1) == ':' && line.at(i + 2) == ' ') {
                return i;
            }
        }
        return 0;
    }

    /// One struct, or a text for each node when none has a name.
    static List<Value> values(List<AnswerNode> nodes) {
        if (nodes.stream().allMatch(node -> node.name.isEmpty() && node.children.isEmpty())) {
            return nodes.stream().map(AnswerNode::value).toList();
        }
        return List.of(new Value.Struct(nodes.stream().map(AnswerNode::member).toList()));
    }

    private Value.Member member() {
        return new Value.Member(name, value());
    }

    private Value value() {
        List<Value.Member> attributes = AttributeText.read(text);
        if (attributes.isEmpty() && children.isEmpty()) {
            return new Value.Text(text);
        }
        if (attributes.isEmpty() && text.isEmpty() && children.stream().allMatch(child -> child.name.isEmpty())) {
            return new Value.Arr(children.stream().map(AnswerNode::value).toList());
        }
        List<Value.Member> inside = new ArrayList<>(attributes);
        if (attributes.isEmpty() && !text.isEmpty()) {
            inside.add(new Value.Member(NOTHING, new Value.Text(text)));
        }
        children.forEach(child -> inside.add(child.member()));
        return new Value.Struct(inside);
    }
}
