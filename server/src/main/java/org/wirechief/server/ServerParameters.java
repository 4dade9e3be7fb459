package org.wirechief.server;

import java.time.Duration;
import java.util.List;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;

/// The parameters of the server itself, module `server` in the configuration.
///
/// @param versionText what `core.version` answers; empty for our own
/// @param shutdownTimeout how long a stop waits for calls that run
/// @param logLevel the least severe level that is logged, from 0 (emergency) to 7 (debug), as
///     journald counts
public record ServerParameters(String versionText, Duration shutdownTimeout, int logLevel) {
    public static final ServerParameters INITIAL = new ServerParameters("", Duration.ofSeconds(5), 6);

    /// How the configuration sets them.
    public static final ModuleDescription<ServerParameters> MODULE = new ModuleDescription<>(
            "server",
            INITIAL,
            List.of(
                    new Parameter<>(
                            "version_text",
                            Kind.TEXT,
                            "",
                            "",
                            "what core.version answers, for tools that parse another product's text",
                            (p, value) -> new ServerParameters(value.asText(), p.shutdownTimeout, p.logLevel)),
                    new Parameter<>(
                            "shutdown_timeout",
                            Kind.INTEGER,
                            "5",
                            "s",
                            "how long a stop waits for calls that run",
                            (p, value) -> new ServerParameters(
                                    p.versionText, Duration.ofSeconds(value.asLong()), p.logLevel)),
                    new Parameter<>(
                            "log_level",
                            Kind.INTEGER,
                            "6",
                            "",
                            "the least severe level that is logged: 3 errors, 4 warnings, 6 information, 7 debug",
                            (p, value) ->
                                    new ServerParameters(p.versionText, p.shutdownTimeout, level(value.asLong())))));

    public ServerParameters {
        if (shutdownTimeout.isNegative() || shutdownTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw ConfigError.of("server.shutdown_timeout", shutdownTimeout.toSeconds(), "allowed are 0 to 3600 s");
        }
        level(logLevel);
    }

    // What no int holds is refused in the same words as what no level is.
    private static int level(long value) {
        if (value < 0 || value > 7) {
            throw ConfigError.of("server.log_level", value, "allowed are 0 to 7");
        }
        return (int) value;
    }
}
