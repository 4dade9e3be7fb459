package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.MiAge;
import org.wirechief.core.Octets;
import org.wirechief.core.OneLine;
import org.wirechief.core.Reply;
import org.wirechief.core.event.EventSource;

/// `event_subscribe` and `events_list` (spec mi-text §8, mi-json §11). That nothing can be
/// delivered to a socket is answered in OpenSIPS's few words; the log has the reason.
final class MiEvents {
    private static final Logger LOG = System.getLogger(MiEvents.class.getName());

    private static final Duration USUAL = Duration.ofHours(1);
    private static final int BAD_REQUEST = 400;
    private static final int SHOWN = 200;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+");

    private final ServerState state;

    private MiEvents(ServerState state) {
        this.state = state;
    }

    static List<CommandSpec> of(ServerState state) {
        MiEvents events = new MiEvents(state);
        return List.of(
                BuiltIns.mi("event_subscribe")
                        .canonical("evi:subscribe")
                        .access(Access.WRITE)
                        .blocking()
                        .summary("Has an event sent to a socket for so many seconds, 3600 if not told; 0 ends that.")
                        .param("event", TEXT)
                        .param("socket", TEXT)
                        .optional("expire", INTEGER)
                        .example("E_PIKE_BLOCKED udp:127.0.0.1:8081 600")
                        .run(events::subscribe),
                BuiltIns.mi("events_list")
                        .canonical("evi:list")
                        .age(MiAge.SINCE_1_8)
                        .summary("Lists the events there are, with their numbers.")
                        .run((_, reply) -> events.list(reply)));
    }

    private void subscribe(Call call, Reply reply) {
        Args args = call.args().converting();
        Octets event = given("event", args);
        Octets socket = given("socket", args);
        Duration lifetime = args.hasNext() ? seconds(args.octets()) : USUAL;
        try {
            state.events().subscribe(event, socket, lifetime, state.steady().instant());
        } catch (Fault refusal) {
            LOG.log(Level.INFO, "event_subscribe {0} {1}: {2}", shown(event), shown(socket), refusal.reason());
            refuse(refusal, reply);
            return;
        }
        reply.ok();
    }

    private static String shown(Octets written) {
        return OneLine.of(written.toString(), SHOWN);
    }

    private static Octets given(String name, Args args) {
        Octets value = args.octets();
        if (value.isEmpty()) {
            throw Fault.badParameter(BAD_REQUEST, "Too few or too many arguments")
                    .withData("Bad type for parameter '" + name + "'");
        }
        return value;
    }

    private static Duration seconds(Octets expire) {
        String digits = expire.toString();
        if (SECONDS.matcher(digits).matches()) {
            return Duration.ofSeconds(Long.parseLong(digits));
        }
        boolean negative = NEGATIVE.matcher(digits).matches();
        throw Fault.badParameter(BAD_REQUEST, "Bad parameter")
                .withData(negative ? "Negative expire value" : "Bad type for parameter 'expire'");
    }

    private static void refuse(Fault refusal, Reply reply) {
        if (refusal.code() >= 500) {
            throw refusal;
        }
        reply.inText(
                text -> text.fault(BAD_REQUEST, "Bad parameter"),
                other -> other.fault(BAD_REQUEST, "Bad parameter value"));
    }

    private void list(Reply reply) {
        reply.rows("Events", "Event", rows -> {
            for (EventSource source : state.events().list()) {
                rows.row(row -> {
                    row.value("name", source.name().toString());
                    row.attr("id", source.id());
                });
            }
        });
    }
}
