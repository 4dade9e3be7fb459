package org.wirechief.server.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.OneLine;
import org.wirechief.net.LinuxThread;

/// Writes each event as one line, `<6>server.Standalone: message`, with the priority that journald
/// and syslog count: 3 error, 4 warning, 6 information, 7 debug and trace.
///
/// Control characters are escaped, so that no message can pass for two. A failure adds its class,
/// message and causes, at level 7 its stack as well, on the same line. A line ends after
/// [#LIMIT] characters. One write a line; the caller waits while the stream does not take it. Safe
/// for use by several threads.
public final class Journal extends System.LoggerFinder {
    /// The longest line, in characters.
    public static final int LIMIT = 16_000;

    private static final int DEBUG = 7;
    private static final int MOST_CAUSES = 8;
    private static final String OWN = "org.wirechief.";

    private final OutputStream out;
    private final Map<Long, Integer> ofThreads = new ConcurrentHashMap<>();
    private final LogConsumer standardError = new LogConsumer("stderror");
    private final LogConsumer event = new LogConsumer("event");
    private volatile int least = 6;
    private volatile LogListener listener = (_, _, _) -> {};

    /// Writes to `out`, which should not buffer. Logs up to level 6 until told otherwise.
    public Journal(OutputStream out) {
        this.out = out;
    }

    /// From now on logs what is at least as severe as `level`, 0 (emergency) to 7 (debug), from all
    /// threads.
    public void level(int level) {
        least = level;
        ofThreads.clear();
    }

    /// From now on logs from this thread what is at least as severe as `level`, until the level of
    /// all is set again. A virtual thread has the level of all.
    ///
    /// @param tid its Linux thread id
    public void level(long tid, int level) {
        ofThreads.put(tid, level);
    }

    /// The stream, as one who gets the lines.
    public LogConsumer standardError() {
        return standardError;
    }

    /// The listener, as one who gets the lines.
    public LogConsumer event() {
        return event;
    }

    /// From now on tells this listener, and no other, of each line.
    public void listener(LogListener one) {
        listener = one;
    }

    /// The level of the calling thread.
    private int least() {
        if (ofThreads.isEmpty() || Thread.currentThread().isVirtual()) {
            return least;
        }
        return ofThreads.getOrDefault(LinuxThread.id(), least);
    }

    @Override
    public Logger getLogger(String name, Module module) {
        return new JournalLogger(this, name.startsWith(OWN) ? name.substring(OWN.length()) : name);
    }

    boolean takes(Level level) {
        return level != Level.OFF && priority(level) <= least();
    }

    void write(Level level, String name, String message, @Nullable Throwable thrown) {
        String failure = thrown == null ? "" : ": " + (least() >= DEBUG ? stack(thrown) : causes(thrown));
        String text = message + failure;
        int severity = priority(level);
        if (standardError.takes(severity)) {
            print("<" + severity + ">" + OneLine.of(name + ": " + text, LIMIT) + "\n");
        }
        if (event.takes(severity)) {
            listener.logged(level, name, text);
        }
    }

    private void print(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                // It has nowhere to be said, and is no reason to stop serving.
            }
        }
    }

    private static int priority(Level level) {
        return switch (level) {
            case ERROR -> 3;
            case WARNING -> 4;
            case INFO -> 6;
            case DEBUG, TRACE, ALL, OFF -> DEBUG;
        };
    }

    // Causes may form a ring.
    private static String causes(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        Throwable cause = thrown.getCause();
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            text.append(", caused by ").append(cause);
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString().strip();
    }
}
