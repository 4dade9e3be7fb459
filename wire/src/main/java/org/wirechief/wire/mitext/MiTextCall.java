package org.wirechief.wire.mitext;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// Writes requests: the client's side.
public final class MiTextCall {
    private static final Octets NOTHING = Octets.of("");

    private final ReplyBuffer out;
    private int arguments;

    private MiTextCall(ReplyBuffer out) {
        this.out = out;
    }

    /// Appends a request. A scalar is an argument without a name, a struct is one with a name for
    /// each member. Texts are quoted where they would be read as something else otherwise; numbers
    /// are decimal, true is 1 and false 0.
    ///
    /// @throws IllegalArgumentException for what the language cannot say, with nothing appended;
    ///     tells which argument and why: nothing without a name; a text that needs quotes and ends
    ///     with a backslash; a list; a name that would not be read as one; more than 65457 bytes,
    ///     which servers cut
    public static void write(ReplyBuffer out, Octets command, List<Value> args) {
        int start = out.size();
        try {
            MiTextCall call = new MiTextCall(out);
            call.firstLine(command);
            args.forEach(call::argument);
            int length = out.size() - start;
            if (length > MiTextOptions.DATAGRAM) {
                throw new IllegalArgumentException("a request of " + length + " bytes cannot be sent: MI servers read "
                        + MiTextOptions.DATAGRAM + " at most and drop the rest");
            }
        } catch (IllegalArgumentException e) {
            out.truncate(start);
            throw e;
        }
    }

    private void firstLine(Octets command) {
        boolean impossible = command.isEmpty();
        for (int i = 0; i < command.length(); i++) {
            impossible |= command.at(i) == ':' || command.at(i) == 0;
        }
        if (impossible) {
            throw new IllegalArgumentException("'" + command + "' cannot be called in MI text: a command's name has at"
                    + " least one byte, no colon, no zero byte");
        }
        out.append(':');
        out.append(command);
        out.append(':');
        out.append('\n');
    }

    private void argument(Value value) {
        if (value instanceof Value.Struct(List<Value.Member> members)) {
            members.forEach(member -> pair(member.name(), member.value()));
        } else {
            pair(null, value);
        }
    }

    private void pair(@Nullable Octets name, Value value) {
        arguments++;
        Octets text = text(value);
        Octets named = name == null || name.isEmpty() ? null : name;
        if (named == null && text.isEmpty()) {
            throw impossible("is empty and has no name, which MI text cannot say; give it a name, it does not count");
        }
        if (arguments == 1 && (named == null ? text : named).at(0) == 0) {
            // A zero byte right behind the first line would hide all arguments.
            out.append('\n');
        }
        if (named != null) {
            write(ArgumentText.name(named));
            out.append(':');
            out.append(':');
        }
        if (!text.isEmpty()) {
            write(ArgumentText.value(text, named != null));
        }
        out.append('\n');
    }

    private void write(@Nullable Octets written) {
        if (written == null) {
            throw impossible("cannot be said in MI text: a name has no quote, line feed or '::', no colon at its end"
                    + " and no blank around it; a value that needs quotes, because of a quote, a line feed or"
                    + " a blank around it, does not end with a backslash");
        }
        out.append(written);
    }

    private Octets text(Value value) {
        return switch (value) {
            case Value.Nil _ -> NOTHING;
            case Value.Bool(boolean yes) -> NodeWriter.text(yes);
            case Value.Int(long number) -> NodeWriter.text(number);
            case Value.Real(double number) -> NodeWriter.text(number);
            case Value.Text(Octets text) -> text;
            case Value.Blob(Octets bytes) -> bytes;
            case Value.Arr _, Value.Struct _ ->
                throw impossible("is a list or a struct in another value, which MI text does not have");
        };
    }

    private IllegalArgumentException impossible(String why) {
        return new IllegalArgumentException("argument " + arguments + " " + why);
    }
}
