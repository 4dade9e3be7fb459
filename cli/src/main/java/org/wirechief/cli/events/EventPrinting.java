package org.wirechief.cli.events;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventStream;

/// Prints what a stream has to tell: events to standard output, everything else to standard error.
record EventPrinting(EventStream stream, EventsOptions options, Stdio stdio) {
    private static final Duration PATIENCE = Duration.ofHours(1);

    /// Runs until so many events are printed as were asked for.
    ///
    /// @throws InterruptedException when this thread is interrupted
    void run() throws IOException, InterruptedException {
        ByteSink out = new ByteSink(stdio.out(), false);
        long printed = 0;
        while (options.count() == 0 || printed < options.count()) {
            switch (next()) {
                case null -> {}
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
            }
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
        stdio.say("chief events: " + what);
    }
}
