package org.wirechief.server.commands;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as C's `ctime` writes them, without its newline: `Sat Nov  1 01:36:47 2026`.
final class Ctime {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US);

    private Ctime() {}

    /// In the zone of this machine.
    static String local(Instant instant) {
        return in(ZoneId.systemDefault(), instant);
    }

    static String in(ZoneId zone, Instant instant) {
        return FORM.format(instant.atZone(zone));
    }
}
