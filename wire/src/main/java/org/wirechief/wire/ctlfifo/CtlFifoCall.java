package org.wirechief.wire.ctlfifo;

import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// Writes requests: the client's side.
public final class CtlFifoCall {
    private CtlFifoCall() {}

    /// Appends a request. Each argument is a line: text with its escapes, numbers as decimal text,
    /// structs and arrays as in answers ([CtlFifoReply]).
    ///
    /// @param replyName the name of the reply FIFO, empty for no answer
    /// @throws IllegalArgumentException for what the protocol cannot say: an empty text, which
    ///     would end the request, a command that is empty or holds a colon or a line end, a reply
    ///     name that is not allowed
    public static void write(ReplyBuffer out, Octets method, Octets replyName, List<Value> args) {
        requireLine("a command", method, ":");
        if (method.isEmpty()) {
            throw new IllegalArgumentException("a command must have a name");
        }
        requireLine("the name of a reply FIFO", replyName, "./\\");
        out.append(':');
        out.append(method);
        out.append(':');
        out.append(replyName);
        out.append('\n');
        for (int i = 0; i < args.size(); i++) {
            argument(out, args.get(i), i);
        }
        out.append('\n');
    }

    private static void argument(ReplyBuffer out, Value value, int index) {
        int before = out.size();
        LineOutput lines = new LineOutput(out, Integer.MAX_VALUE, false, what -> {
            throw new IllegalArgumentException("argument " + (index + 1) + ": " + what);
        });
        LineItems items = new LineItems(lines, 0);
        switch (value) {
            case Value.Text(Octets text) -> lines.line(text);
            case Value.Blob(Octets bytes) -> lines.line(bytes);
            case Value.Struct(List<Value.Member> members) ->
                members.forEach(member -> items.put(member.name(), member.value()));
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Arr _ -> items.add(value);
        }
        if (out.size() == before) {
            throw new IllegalArgumentException(
                    "argument " + (index + 1) + " is empty, and an empty line would end the request");
        }
        out.append('\n');
    }

    private static void requireLine(String what, Octets text, String forbidden) {
        for (int i = 0; i < text.length(); i++) {
            int octet = text.at(i);
            if (octet < ' ' || octet == 0x7F || forbidden.indexOf(octet) >= 0) {
                throw new IllegalArgumentException(what + " cannot hold " + describe(octet));
            }
        }
    }

    private static String describe(int octet) {
        return octet <= ' ' || octet == 0x7F ? "the byte " + octet : "'" + (char) octet + "'";
    }
}
