package org.wirechief.server;

import java.nio.file.Path;
import java.util.List;
import org.wirechief.server.config.Assignment;
import org.wirechief.server.config.Place;

/// A door that a standalone server opens when it is given no configuration file, and no other door
/// of the module on its command line.
///
/// @param value the parameter's value; `{run}` stands for the private run directory
public record DefaultDoor(String module, String parameter, String value) {
    private static final String RUN = "{run}";

    /// Whether the command line names the module's doors itself.
    ///
    /// @param sets what stands behind each `--set`
    boolean isReplacedBy(List<String> sets) {
        return sets.stream().anyMatch(set -> set.startsWith(module + "." + parameter + "="));
    }

    Assignment in(Path runDirectory) {
        String name = module + "." + parameter;
        return new Assignment(
                module, parameter, value.replace(RUN, runDirectory.toString()), new Place.Argument("default " + name));
    }
}
