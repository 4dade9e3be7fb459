package org.wirechief.endpoint.mi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.trace.StatusLine;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.mitext.MiTextArguments;
import org.wirechief.wire.mitext.MiTextRequest;

/// What a tracer is told of exchanges in MI text (spec mi-text §11.2), the request when its answer
/// is known.
final class MiTextTold {
    private static final Octets ABSENT = Octets.of("");

    private MiTextTold() {}

    /// A command ran and answered, be it with a fault.
    static void answered(@Nullable Trail trail, MiTextRequest request, CommandSpec spec, ReplyBuffer out) {
        if (trail != null) {
            tell(trail, request, spec, out, true);
        }
    }

    /// A command broke down, or its arguments cannot be parsed: without parameters, and the reply
    /// is a code and a reason.
    static void failed(@Nullable Trail trail, MiTextRequest request, CommandSpec spec, ReplyBuffer out) {
        if (trail != null) {
            tell(trail, request, spec, out, false);
        }
    }

    /// There is no such command, so all that came stands for it, a zero byte for its second colon
    /// (`hep3-udp/unknown/0`).
    ///
    /// @param request null when its first line is none
    static void notAvailable(
            @Nullable Trail trail, byte[] bytes, int from, int to, @Nullable MiTextRequest request, ReplyBuffer out) {
        if (trail != null) {
            trail.tell(() -> unknown(trail, bytes, from, to, request, out));
        }
    }

    private static void tell(Trail trail, MiTextRequest request, CommandSpec spec, ReplyBuffer out, boolean isWhole) {
        trail.tell(() -> {
            if (trail.wants(request.command(), spec)) {
                List<@Nullable Octets> parameters = isWhole ? parameters(request.arguments()) : List.of();
                tell(trail, request.command(), parameters, out, isWhole ? out.size() : 0);
            }
        });
    }

    private static void unknown(
            Trail trail, byte[] bytes, int from, int to, @Nullable MiTextRequest request, ReplyBuffer out) {
        byte[] whole = Octets.copyOf(bytes, from, Math.min(to, from + Tap.LONGEST_COMMAND))
                .toByteArray();
        Octets called = request == null ? Octets.copyOf(whole) : request.command();
        if (request != null && called.length() + 1 < whole.length) {
            whole[called.length() + 1] = 0;
        }
        if (trail.wants(called, null)) {
            tell(trail, Octets.copyOf(whole), List.of(), out, 0);
        }
    }

    private static List<@Nullable Octets> parameters(MiTextArguments arguments) {
        List<@Nullable Octets> values = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < arguments.size() && i < Tap.MOST_PARAMETERS && bytes <= Tap.PARAMETERS_ROOM; i++) {
            Octets value = arguments.value(i);
            values.add(value == null ? ABSENT : value);
            bytes += value == null ? 1 : value.length() + 1;
        }
        return values;
    }

    /// @param shown bytes of the answer that are told beside its status
    private static void tell(
            Trail trail, Octets command, List<@Nullable Octets> parameters, ReplyBuffer out, int shown) {
        Tap.Exchange told = trail.exchange();
        told.request(command, parameters);
        if (trail.isAnswered()) {
            told.reply(StatusLine.of(out.bytes(), 0, out.size()), out.bytes(), 0, shown);
        }
    }
}
