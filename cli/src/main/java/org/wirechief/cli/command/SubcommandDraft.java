package org.wirechief.cli.command;

import java.util.ArrayList;
import java.util.List;

/// A subcommand that is being described. Ends with [#run].
public final class SubcommandDraft {
    private final String name;
    private String summary = "";
    private final List<String> synopses = new ArrayList<>();
    private final List<String> description = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<Subcommand.Variable> environment = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<ExitCode> exitCodes = new ArrayList<>();
    private String ownExit = "";
    private int lostOutput = ExitCode.OUTPUT.code();
    private boolean readsItsWords;

    SubcommandDraft(String name) {
        this.name = name;
    }

    public SubcommandDraft summary(String line) {
        summary = line;
        return this;
    }

    /// Adds a way to use it: what stands behind its name.
    public SubcommandDraft synopsis(String words) {
        synopses.add(words);
        return this;
    }

    /// Adds a paragraph.
    public SubcommandDraft paragraph(String text) {
        description.add(text.strip());
        return this;
    }

    public SubcommandDraft option(Option option) {
        options.add(option);
        return this;
    }

    public SubcommandDraft variable(String variable, String help) {
        environment.add(new Subcommand.Variable(variable, help));
        return this;
    }

    public SubcommandDraft example(String line, String explanation) {
        examples.add(new Example(line, explanation));
        return this;
    }

    public SubcommandDraft exits(ExitCode... codes) {
        exitCodes.addAll(List.of(codes));
        return this;
    }

    /// Says what its exit codes are where they are its own.
    ///
    /// @param outputFailed the one where all else went well and standard output took not all
    public SubcommandDraft exitsLike(String words, int outputFailed) {
        ownExit = words;
        lostOutput = outputFailed;
        return this;
    }

    /// It reads its words itself, `--help` included.
    public SubcommandDraft readsItsWords() {
        readsItsWords = true;
        return this;
    }

    /// Says what it does.
    public Subcommand run(Subcommand.Action action) {
        return new Subcommand(
                name,
                summary,
                synopses,
                description,
                options,
                environment,
                examples,
                exitCodes,
                ownExit,
                lostOutput,
                readsItsWords,
                action);
    }
}
