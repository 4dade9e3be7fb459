package org.wirechief.server.commands;

import java.time.Duration;
import java.util.List;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.RefusedSource;

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
}
