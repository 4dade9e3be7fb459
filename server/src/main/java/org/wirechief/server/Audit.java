package org.wirechief.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Middleware;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.Reply;
import org.wirechief.core.Value;

/// Writes a line for each call worth knowing later: who, command, result, time taken. Lines go to
/// the logger `org.wirechief.audit`.
///
/// @param scope which calls
/// @param arguments whether their arguments are told too; they may hold what no log should
public record Audit(Scope scope, boolean arguments) implements Middleware {
    private static final Logger LOG = System.getLogger("org.wirechief.audit");

    /// Arguments are cut here: a log line is no place for a request of 64 KB.
    private static final int LONGEST = 200;

    /// Which calls get a line.
    public enum Scope {
        /// None.
        OFF,
        /// Those that need more than read access, and those that were not allowed.
        CHANGES,
        /// All.
        ALL
    }

    @Override
    public void around(CommandSpec spec, Call call, Reply reply, Next next) {
        boolean worth = switch (scope) {
            case OFF -> false;
            case CHANGES -> spec.access() != Access.READ;
            case ALL -> true;
        };
        if (!worth) {
            next.proceed(spec, call, reply);
            return;
        }
        long begin = System.nanoTime();
        next.proceed(spec, call, reply);
        double millis = (System.nanoTime() - begin) / 1e6;
        Origin origin = call.origin();
        LOG.log(
                Level.INFO,
                () -> origin.module() + " " + origin.transport() + " " + origin.peer() + ": " + spec.name()
                        + (arguments ? told(call) : "") + (reply.isFault() ? " fault" : " ok")
                        + String.format(Locale.ROOT, " %.1f ms", millis));
    }

    private static String told(Call call) {
        StringBuilder text = new StringBuilder();
        try {
            Args args = call.args().at(0);
            while (args.hasNext() && text.length() < LONGEST) {
                text.append(' ').append(told(args.value()));
            }
        } catch (Fault unreadable) {
            text.append(" (unreadable)");
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text.toString();
    }

    /// As on a command line: text in quotes where it would not be seen as one word otherwise.
    private static String told(Value value) {
        return switch (value) {
            case Value.Text text -> {
                String word = text.asText();
                yield word.isEmpty() || word.indexOf(' ') >= 0 ? '"' + word + '"' : word;
            }
            case Value.Bool _, Value.Int _, Value.Real _ -> value.asText();
            case Value.Nil _ -> "null";
            case Value.Blob(Octets bytes) -> "(" + bytes.length() + " bytes)";
            case Value.Arr _ -> "[...]";
            case Value.Struct _ -> "{...}";
        };
    }
}
