package org.wirechief.server.config;

import org.wirechief.core.OneLine;

/// One thing that is wrong with a configuration.
///
/// @param message what is wrong, what is allowed, and the name probably meant
public record ConfigProblem(Place place, String message) {
    private static final int LIMIT = 1000;

    /// One line, whatever the configuration holds: `chief.cfg:3:14: unknown module 'clt': ...`
    @Override
    public String toString() {
        return OneLine.of(place + ": " + message, LIMIT);
    }
}
