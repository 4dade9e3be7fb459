package org.wirechief.it.mijson;

import java.util.List;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ParamType;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.server.ServerParameters;
import org.wirechief.server.WirechiefBuilder;
import org.wirechief.server.log.LogConsumer;

/// What a server needs to be taken for the one the vectors were captured from.
public final class OpenSips {
    public static final String VERSION = "OpenSIPS (3.6.8 (x86_64/linux))";

    /// What may follow the parameters that must be there, in the order `which` has it.
    private static final List<List<String>> MORE = List.of(
            List.of(),
            List.of("next_hop"),
            List.of("socket"),
            List.of("body"),
            List.of("next_hop", "socket"),
            List.of("next_hop", "body"),
            List.of("socket", "body"),
            List.of("next_hop", "socket", "body"));

    private OpenSips() {}

    /// Adds its version, those its log goes to, and SIP commands in name only: vectors ask how they
    /// must be called.
    public static WirechiefBuilder addTo(WirechiefBuilder server) {
        return withEvents(server.parameters(ServerParameters.INITIAL.withVersionTexts("", VERSION)))
                .logConsumer(new LogConsumer("stderror"))
                .logConsumer(muted(new LogConsumer("syslog")))
                .command(uacDialog())
                .command(CommandSpec.named("t_reply")
                        .param("code", ParamType.INTEGER)
                        .namedOnly()
                        .run((_, reply) -> reply.ok()));
    }

    private static LogConsumer muted(LogConsumer consumer) {
        consumer.mute(true);
        return consumer;
    }

    /// Adds the events that vectors name, and a way for them to leave.
    static WirechiefBuilder withEvents(WirechiefBuilder server) {
        return server.endpoint(EventDatagram.json())
                .event(EventType.named("E_PIKE_BLOCKED"))
                .event(EventType.named("E_CORE_LOG"));
    }

    private static CommandSpec uacDialog() {
        CommandDraft draft = CommandSpec.named("t_uac_dlg").exporter("tm").namedOnly();
        for (List<String> more : MORE) {
            if (!more.isEmpty()) {
                draft.or();
            }
            List.of("method", "ruri", "headers").forEach(name -> draft.param(name, ParamType.TEXT));
            more.forEach(name -> draft.param(name, ParamType.TEXT));
        }
        return draft.run((_, reply) -> reply.ok());
    }
}
