package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;

/// A [CommandSpec] being written. Not for use by several threads.
public final class CommandDraft {
    private final String name;
    private final List<String> aliases = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    private List<Param> params = new ArrayList<>();
    private String summary = "";
    private String example = "";
    private Vocabulary vocabulary = Vocabulary.BOTH;
    private Access access = Access.READ;
    private Execution execution = Execution.INLINE;

    CommandDraft(String name) {
        this.name = name;
    }

    public CommandDraft alias(String alias) {
        aliases.add(alias);
        return this;
    }

    public CommandDraft summary(String line) {
        summary = line;
        return this;
    }

    /// Arguments as an operator types them, `abc 5`, for the reference.
    public CommandDraft example(String arguments) {
        example = arguments;
        return this;
    }

    public CommandDraft param(String param, ParamType type) {
        return param(param, type, Param.Presence.REQUIRED);
    }

    public CommandDraft optional(String param, ParamType type) {
        return param(param, type, Param.Presence.OPTIONAL);
    }

    public CommandDraft repeated(String param, ParamType type) {
        return param(param, type, Param.Presence.REPEATED);
    }

    private CommandDraft param(String param, ParamType type, Param.Presence presence) {
        params.add(new Param(param, type, presence));
        return this;
    }

    /// Ends this signature; the parameters that follow belong to another way to call the command.
    public CommandDraft or() {
        signatures.add(new Signature(params));
        params = new ArrayList<>();
        return this;
    }

    public CommandDraft vocabulary(Vocabulary seenBy) {
        vocabulary = seenBy;
        return this;
    }

    public CommandDraft access(Access needed) {
        access = needed;
        return this;
    }

    /// The command may wait, so it must not run on the thread that reads requests.
    public CommandDraft blocking() {
        execution = Execution.BLOCKING;
        return this;
    }

    /// The finished command.
    ///
    /// @throws IllegalArgumentException when the name or the parameters cannot be
    public CommandSpec run(Command body) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(new Signature(params));
        return new CommandSpec(name, aliases, summary, example, all, vocabulary, access, execution, body);
    }
}
