package org.wirechief.server;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wirechief.server.config.Assignment;
import org.wirechief.server.config.Place;

/// A door that a standalone server opens when it is given no configuration file, and no other door
/// of the module on its command line.
///
/// @param value the parameter's value; `{run}` stands for the private run directory
/// @param others parameters that open doors of the module too
public record DefaultDoor(String module, String parameter, String value, List<String> others) {
    private static final String RUN = "{run}";

    public DefaultDoor {
        others = List.copyOf(others);
    }

    /// Of a module that only one parameter gives doors.
    public DefaultDoor(String module, String parameter, String value) {
        this(module, parameter, value, List.of());
    }

    /// Whether the command line names the module's doors itself.
    ///
    /// @param sets what stands behind each `--set`
    boolean isReplacedBy(List<String> sets) {
        return Stream.concat(Stream.of(parameter), others.stream())
                .anyMatch(name -> sets.stream().anyMatch(set -> set.startsWith(module + "." + name + "=")));
    }

    Assignment in(Path runDirectory) {
        String name = module + "." + parameter;
        return new Assignment(
                module, parameter, value.replace(RUN, runDirectory.toString()), new Place.Argument("default " + name));
    }
}
