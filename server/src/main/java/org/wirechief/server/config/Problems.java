package org.wirechief.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wirechief.core.ConfigError;

/// Collects what is wrong, so that one pass tells all of it.
final class Problems {
    /// What is listed at most; a file of another program would have one a line.
    static final int LIMIT = 100;

    private final List<ConfigProblem> listed = new ArrayList<>();
    private int unlisted;

    void add(Place place, String message) {
        if (listed.size() < LIMIT) {
            listed.add(new ConfigProblem(place, message));
        } else {
            unlisted++;
        }
    }

    /// @throws ConfigError when there are any: a line each
    void throwIfAny() {
        if (listed.isEmpty()) {
            return;
        }
        String lines = listed.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
        throw new ConfigError(unlisted == 0 ? lines : lines + "\nand " + unlisted + " more problems");
    }
}
