package org.wirechief.server.commands;

import java.time.Duration;
import java.util.List;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ServiceThread;

/// A module whose listings are given.
record FakeEndpoint(
        String module, List<Door> doors, List<Caller> callers, List<ServiceThread> threads, ConnectionLimits limits)
        implements LiveEndpoint {

    /// Loaded, and that is all.
    static FakeEndpoint named(String module) {
        return new FakeEndpoint(module, List.of(), List.of(), List.of(), ConnectionLimits.NONE);
    }

    @Override
    public Exports exports() {
        return new Exports(List.of(), List.of(), List.of());
    }

    @Override
    public void open() {}

    @Override
    public void drain(Duration limit) {}

    @Override
    public void close() {}
}
