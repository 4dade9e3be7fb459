package org.wirechief.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/// The class files the rules look at.
final class BuiltClasses {
    /// Every module whose classes ship; each is the folder of its sources as well.
    static final List<String> MODULES =
            List.of("core", "wire", "net", "endpoint", "server", "client", "cli", "app", "testkit", "examples");

    private BuiltClasses() {}

    static JavaClasses ofAllModules() {
        return new ClassFileImporter()
                .importPaths(MODULES.stream().map(BuiltClasses::ofModule).toList());
    }

    static JavaClasses ofSinners() {
        return new ClassFileImporter().importPath(Path.of("target", "test-classes"));
    }

    private static Path ofModule(String module) {
        return Path.of("..", module, "target", "classes");
    }
}
