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
final class EventPrinting {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int LONGEST = 4000;

    private final EventStream stream;
    private final EventsOptions options;
    private final Stdio stdio;
    private final ByteSink out;
    private long printed;

    EventPrinting(EventStream stream, EventsOptions options, Stdio stdio) {
        this.stream = stream;
        this.options = options;
        this.stdio = stdio;
        this.out = new ByteSink(stdio.out(), false);
    }

    /// Runs until so many events are printed as were asked for, none can come any more, or this
    /// thread is interrupted. Closes the stream then, and prints what that has left to tell.
    ExitCode run() throws IOException {
        ExitCode exit = ExitCode.SUCCESS;
        boolean stopped = false;
        try {
            exit = printWhatComes();
        } catch (InterruptedException e) {
            // told to stop; the signal says how the process ends
            stopped = true;
        }
        stream.close();
        printWhatIsLeft();
        if (stopped) {
            say("stopped");
        }
        return exit;
    }

    private ExitCode printWhatComes() throws IOException, InterruptedException {
        while (isWanted()) {
            switch (next()) {
                case null -> checkGoesOn();
                case EventNews.Ended(String what) -> {
                    say(what);
                    return ExitCode.BROKEN_REPLY;
                }
                case EventNews news -> print(news);
            }
        }
        return ExitCode.SUCCESS;
    }

    /// Events only as long as they are wanted.
    private void printWhatIsLeft() throws IOException {
        try {
            for (EventNews news = stream.poll(Duration.ZERO); news != null; news = stream.poll(Duration.ZERO)) {
                if (isWanted() || !(news instanceof EventNews.Arrived)) {
                    print(news);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return options.count() == 0 || printed < options.count();
    }

    private void print(EventNews news) throws IOException {
        switch (news) {
            case EventNews.Arrived(var at, var event, var doubts) -> {
                options.printer().print(at, event, doubts, out);
                printed++;
            }
            case EventNews.Gap(var _, var events, String what) -> {
                String count = events.isPresent() ? events.getAsLong() + " missing: " : "unknown how many missing: ";
                say(count + what);
            }
            case EventNews.Notice(String what) -> say(what);
            case EventNews.Ended(String what) -> say(what);
        }
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
