package org.wirechief.server;

import java.nio.file.Path;
import org.wirechief.server.config.Assignment;
import org.wirechief.server.config.Place;

/// A door that a standalone server opens when it is given no configuration file.
///
/// @param value the parameter's value; `{run}` stands for the private run directory
public record DefaultDoor(String module, String parameter, String value) {
    private static final String RUN = "{run}";

    Assignment in(Path runDirectory) {
        String name = module + "." + parameter;
        return new Assignment(
                module, parameter, value.replace(RUN, runDirectory.toString()), new Place.Argument("default " + name));
    }
}
