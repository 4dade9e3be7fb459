package org.wirechief.server.commands;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// How the server is, and what it said of itself since it was started: OpenSIPS's status reports of
/// the group `core` (spec mi-json §10). Keeps the last [#MOST]. Safe for use by several threads.
public final class StatusReports {
    /// Reports that are kept.
    public static final int MOST = 200;

    /// Whether it serves.
    ///
    /// @param number positive when it does
    record Status(boolean ready, int number, String details) {}

    /// What it said, and when.
    record Report(Instant at, String log) {}

    private final InstantSource clock;
    private final Deque<Report> reports = new ArrayDeque<>();
    private volatile Status status = new Status(false, -1, "initializing");

    /// The server is being started.
    public StatusReports(InstantSource clock) {
        this.clock = clock;
        add("initializing");
    }

    /// All doors are open.
    public void running() {
        status = new Status(true, 1, "running");
        add("initialization completed, ready now");
    }

    /// Doors close.
    public void stopping() {
        status = new Status(false, -1, "stopping");
        add("stopping");
    }

    /// Notes what happened.
    public synchronized void add(String log) {
        if (reports.size() == MOST) {
            reports.removeFirst();
        }
        reports.addLast(new Report(clock.instant(), log));
    }

    Status status() {
        return status;
    }

    synchronized List<Report> all() {
        return List.copyOf(reports);
    }
}
