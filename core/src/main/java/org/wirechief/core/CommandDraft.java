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
    private boolean namedOnly;
    private boolean readsText = true;
    private MiAge age = MiAge.ALWAYS;
    private String exporter = "";
    private String canonical = "";

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

    /// A repeated parameter that must stand there once at least.
    public CommandDraft oneOrMore(String param, ParamType type) {
        return param(param, type, Param.Presence.ONE_OR_MORE);
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

    /// Where a caller can name arguments it must.
    public CommandDraft namedOnly() {
        namedOnly = true;
        return this;
    }

    /// MI text does not read what follows the first line, though other dialects take arguments.
    /// A command without parameters is that way by itself.
    public CommandDraft withoutTextInput() {
        readsText = false;
        return this;
    }

    /// Which names of MI know it. By default all.
    public CommandDraft age(MiAge which) {
        age = which;
        return this;
    }

    /// Who brings it, as MI's `help` tells. By default what stands before the first dot of its
    /// name, else `core`.
    public CommandDraft exporter(String module) {
        exporter = module;
        return this;
    }

    /// Its name in OpenSIPS 4.0, `cache:store`. By default the exporter, and its name or what
    /// comes after the first dot of it.
    public CommandDraft canonical(String moduleAndCommand) {
        canonical = moduleAndCommand;
        return this;
    }

    private MiTraits mi(boolean takesArguments) {
        int dot = name.indexOf('.');
        boolean dotted = dot > 0 && dot < name.length() - 1;
        String brings = !exporter.isEmpty() ? exporter : dotted ? name.substring(0, dot) : "core";
        String local = dotted ? name.substring(dot + 1) : name;
        String modern = brings.replace(':', '_') + ":" + local.replace(':', '_');
        return new MiTraits(brings, canonical.isEmpty() ? modern : canonical, readsText && takesArguments, age);
    }

    /// The finished command.
    ///
    /// @throws IllegalArgumentException when the name or the parameters cannot be
    public CommandSpec run(Command body) {
        CommandSpec.requireName(name);
        List<Signature> all = new ArrayList<>(signatures);
        all.add(new Signature(params));
        Recipes recipes = new Recipes(all, namedOnly);
        MiTraits mi = mi(recipes.takeArguments());
        return new CommandSpec(name, aliases, summary, example, recipes, vocabulary, access, execution, mi, body);
    }
}
