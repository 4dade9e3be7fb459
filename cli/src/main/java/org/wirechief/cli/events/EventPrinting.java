package org.wirechief.cli.events;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventStream;
import org.wirechief.core.OneLine;

/// Prints what a stream has to tell: events to standard output, everything else to standard error.
record EventPrinting(EventStream stream, EventsOptions options, Stdio stdio) {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int LONGEST = 4000;

    /// Runs until so many events are printed as were asked for, or none can come any more.
    ///
    /// @throws InterruptedException when this thread is interrupted
    ExitCode run() throws IOException, InterruptedException {
        ByteSink out = new ByteSink(stdio.out(), false);
        long printed = 0;
        while (options.count() == 0 || printed < options.count()) {
            switch (next()) {
                case null -> checkGoesOn();
                case EventNews.Arrived(var at, var event, var doubts) -> {
                    options.printer().print(at, event, doubts, out);
                    printed++;
                }
                case EventNews.Gap(var _, var events, String what) -> {
                    String count =
                            events.isPresent() ? events.getAsLong() + " missing: " : "unknown how many missing: ";
                    say(count + what);
                }
                case EventNews.Notice(String what) -> say(what);
                case EventNews.Ended(String what) -> {
                    say(what);
                    return ExitCode.BROKEN_REPLY;
                }
            }
        }
        return ExitCode.SUCCESS;
    }

    /// Only a signal closes the stream of a running command.
    private void checkGoesOn() throws InterruptedException {
        if (stream.isDone() || Thread.interrupted()) {
            throw new InterruptedException("the stream was closed");
        }
    }

    /// Whoever reads the events must not wait for those already there.
    private @Nullable EventNews next() throws IOException, InterruptedException {
        EventNews news = stream.poll(Duration.ZERO);
        if (news == null) {
            stdio.out().flush();
            news = stream.poll(PATIENCE);
        }
        return news;
    }

    private void say(String what) throws IOException {
        stdio.out().flush();
        say(stdio, what);
    }

    /// What comes from the node may hold anything.
    static void say(Stdio stdio, String what) {
        stdio.say("chief events: " + OneLine.of(what, LONGEST));
    }
}
