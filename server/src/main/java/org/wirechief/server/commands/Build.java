package org.wirechief.server.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What a build of this program says of itself.
///
/// @param version `0.1.0`; what the pom calls 0.1.0-SNAPSHOT is on the way to that version, and
///     tools read three numbers
/// @param sourceId the revision it was built from, `unknown` where the build was not told
/// @param compiler `javac 25.0.1`
public record Build(String version, String sourceId, String compiler) {
    /// This one, as Maven wrote it down: code and pom cannot disagree.
    public static Build current() {
        Properties written = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is missing beside " + Build.class.getName());
            }
            written.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = written.getProperty("version", "").replace("-SNAPSHOT", "");
        return new Build(version, written.getProperty("sourceid", ""), written.getProperty("compiler", ""));
    }
}
