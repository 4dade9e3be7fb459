package org.wirechief.it.standin;

import java.util.List;
import java.util.stream.Stream;
import org.wirechief.core.CommandSpec;
import org.wirechief.server.ServerParameters;
import org.wirechief.server.WirechiefBuilder;

/// Small commands in the place of those that only a SIP server has: the same names, parameters and
/// shapes of answer, each over real state of its own; and a SIP server's settings and counters,
/// which the server's own `cfg.*`, `cnt.*` and `stats.*` show. Fresh for every server.
///
/// A test makes the state it presumes through the fields, before it adds them to a server.
public final class StandIns {
    public final PipeLimit pipeLimit = new PipeLimit();
    public final Htables htables = new Htables();
    public final KamailioSettings settings = KamailioSettings.captured();
    public final Counters counters = Counters.ofKamailio();

    /// Adds them to a server that calls itself as the captured ones did: an operator can configure
    /// that for tools that parse the version.
    public WirechiefBuilder addTo(WirechiefBuilder server) {
        settings.all().forEach(server::setting);
        counters.all().forEach(server::statistic);
        return server.commands(commands())
                .parameters(ServerParameters.INITIAL.withVersionTexts("kamailio 5.6.3 (x86_64/linux) ", ""));
    }

    private List<CommandSpec> commands() {
        return Stream.of(pipeLimit.commands(), HtableCommands.of(htables))
                .flatMap(List::stream)
                .toList();
    }
}
