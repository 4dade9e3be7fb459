package org.wirechief.it.live;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A program of the system that a test cannot do without.
public final class Tool {
    private Tool() {}

    /// Where it is. A test that lacks it is skipped with a line on the console, and fails where
    /// `CI` is set: what CI does not run would never be run.
    public static Path require(String name) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            skip(name + " is not installed: on Debian, apt-get install kamailio bsdutils");
        }
        return found.orElseThrow();
    }

    /// Where it is. A test that looks through its eyes at what others test too is skipped with a
    /// line on the console where it is missing, in CI too.
    public static Path ifInstalled(String name) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            say(name + " is not installed");
        }
        return found.orElseThrow();
    }

    /// Skips, or fails where `CI` is set, unless the tests run as root.
    ///
    /// @param why what only root can have
    public static void requireRoot(String why) {
        if (!System.getProperty("user.name").equals("root")) {
            skip("only root can have " + why + ": run the tests as root");
        }
    }

    /// Skips, or fails where `CI` is set.
    ///
    /// @return never
    public static AssertionError missing(String what) {
        skip(what);
        return new AssertionError(what);
    }

    private static void skip(String missing) {
        if (System.getenv("CI") != null) {
            Assertions.fail(missing);
        }
        say(missing);
    }

    private static void say(String missing) {
        System.out.println("SKIPPED: " + missing);
        Assumptions.abort(missing);
    }

    private static Optional<Path> find(String name) {
        Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
