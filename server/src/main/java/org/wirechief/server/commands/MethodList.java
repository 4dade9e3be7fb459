package org.wirechief.server.commands;

import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Prepared;
import org.wirechief.core.Vocabulary;

/// The names of all commands as an answer, the same one until commands are added. Safe for use by
/// several threads.
final class MethodList {
    private final Commands commands;
    private volatile State last = new State(List.of());

    MethodList(Commands commands) {
        this.commands = commands;
    }

    Prepared answer() {
        List<CommandSpec> now = commands.list(Vocabulary.RPC);
        State state = last;
        // the same list as long as nothing is added
        if (!state.listed.equals(now)) {
            state = new State(now);
            last = state;
        }
        return state.answer;
    }

    private record State(List<CommandSpec> listed, Prepared answer) {
        State(List<CommandSpec> listed) {
            this(listed, new Prepared(reply -> listed.forEach(spec -> reply.add(spec.name()))));
        }
    }
}
