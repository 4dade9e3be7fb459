package org.wirechief.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.wirechief.core.ConfigError;

/// The command line of `chief serve`.
///
/// @param sets what stands behind each `--set`
record ServeOptions(Optional<Path> config, List<String> sets, boolean help) {
    static final String USAGE = """
            usage: chief serve [--config FILE] [--set module.param=value]...

            Serves the doors that FILE opens; without one, those that --set names or, when it names
            none, a socket in a private run directory.
            --set sets a parameter as the next line of FILE would, and loads its module.
            """;

    /// @throws ConfigError when it cannot be understood
    static ServeOptions parse(List<String> args) {
        Optional<Path> config = Optional.empty();
        List<String> sets = new ArrayList<>();
        boolean help = false;
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String arg = rest.next();
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            String option = equals < 0 ? arg : arg.substring(0, equals);
            switch (option) {
                case "--config" -> {
                    if (config.isPresent()) {
                        throw new ConfigError("chief serve: --config is given twice; a file may include another");
                    }
                    config = Optional.of(file(value(option, arg, equals, rest)));
                }
                case "--set" -> sets.add(value(option, arg, equals, rest));
                case "--help", "-h" -> help = true;
                default -> throw new ConfigError("chief serve: unknown argument '" + arg + "'\n" + USAGE.strip());
            }
        }
        return new ServeOptions(config, List.copyOf(sets), help);
    }

    static Path file(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ConfigError("chief: '" + name + "' is no path under this locale: " + e.getReason()
                    + "; run it with LC_ALL=C.UTF-8");
        }
    }

    private static String value(String option, String arg, int equals, Iterator<String> rest) {
        if (equals >= 0) {
            return arg.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new ConfigError("chief serve: " + option + " needs a value\n" + USAGE.strip());
        }
        return rest.next();
    }
}
