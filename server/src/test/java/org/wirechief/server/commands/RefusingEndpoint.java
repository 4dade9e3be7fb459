package org.wirechief.server.commands;

import java.time.Duration;
import java.util.List;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.RefusedSource;
import org.wirechief.endpoint.ServiceThread;

/// A module that refuses these.
record RefusingEndpoint(String module, List<RefusedSource> refused) implements LiveEndpoint {
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

    @Override
    public List<Door> doors() {
        return List.of();
    }

    @Override
    public List<Caller> callers() {
        return List.of();
    }

    @Override
    public List<ServiceThread> threads() {
        return List.of();
    }
}
