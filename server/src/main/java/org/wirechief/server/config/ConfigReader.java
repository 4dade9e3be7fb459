package org.wirechief.server.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.ModuleDescription;

/// Reads configurations. Immutable; safe for use by several threads.
public final class ConfigReader {
    private final List<ModuleDescription<?>> always;
    private final List<ModuleDescription<?>> loadable;

    /// @param always the modules that need no `loadmodule`
    /// @param loadable the others that are known
    public ConfigReader(List<ModuleDescription<?>> always, List<ModuleDescription<?>> loadable) {
        this.always = List.copyOf(always);
        this.loadable = List.copyOf(loadable);
    }

    /// Reads a file, if one is given, and then applies settings in their order, as if each were the
    /// next line of it: a parameter that may be repeated gets one more value, any other a new one.
    /// Reads the file and those it includes, and touches nothing else.
    ///
    /// @param defaults settings that stand before those of the command line
    /// @param sets arguments of `--set`, `module.param=value`
    /// @throws ConfigError with a line for each thing that is wrong, `FILE:LINE:COLUMN: message`
    public Configuration read(Optional<Path> file, List<Assignment> defaults, List<String> sets) {
        Problems problems = new Problems();
        Modules modules = new Modules(always, loadable, problems);
        file.ifPresent(path -> read(path, modules, problems));
        defaults.forEach(modules::set);
        sets.forEach(text -> set(text, modules, problems));
        modules.check();
        problems.throwIfAny();
        return modules.result();
    }

    private static void read(Path path, Modules modules, Problems problems) {
        try {
            Preprocessor tokens = new Preprocessor(SourceFile.read(path), problems);
            new Parser(tokens, problems).parse(modules::run);
        } catch (IOException e) {
            problems.add(new Place.WholeFile(path.toString()), "cannot be read: " + e.getMessage());
        }
    }

    private static void set(String text, Modules modules, Problems problems) {
        Place place = new Place.Argument("--set " + text);
        int equals = text.indexOf('=');
        int dot = text.lastIndexOf('.', equals);
        if (dot < 1 || equals < dot + 2) {
            problems.add(place, "write --set module.param=value");
            return;
        }
        modules.set(new Assignment(
                text.substring(0, dot), text.substring(dot + 1, equals), text.substring(equals + 1), place));
    }
}
