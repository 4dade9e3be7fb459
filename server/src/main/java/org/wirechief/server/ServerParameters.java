package org.wirechief.server;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;

/// The parameters of the server itself, module `server` in the configuration.
///
/// @param versionText what `core.version` answers; empty for our own
/// @param miVersionText what `version` of MI answers; empty for our own
/// @param shutdownTimeout how long a stop waits for calls that run
/// @param logLevel the least severe level that is logged, from 0 (emergency) to 7 (debug), as
///     journald counts
/// @param audit which calls get a line in the log
/// @param cache how much `cache_store` may store
/// @param events when it raises events of its own
public record ServerParameters(
        String versionText,
        String miVersionText,
        Duration shutdownTimeout,
        int logLevel,
        Audit audit,
        CacheLimits cache,
        EventThresholds events) {
    public static final ServerParameters INITIAL = new ServerParameters(
            "",
            "",
            Duration.ofSeconds(5),
            6,
            new Audit(Audit.Scope.CHANGES, false),
            CacheLimits.DEFAULT,
            EventThresholds.OFF);

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
                            (p, value) -> p.withVersionTexts(value.asText(), p.miVersionText)),
                    new Parameter<>(
                            "mi_version_text",
                            Kind.TEXT,
                            "",
                            "",
                            "what MI's version answers, for tools that parse OpenSIPS (3.6.8 (x86_64/linux))",
                            (p, value) -> p.withVersionTexts(p.versionText, value.asText())),
                    new Parameter<>(
                            "shutdown_timeout",
                            Kind.INTEGER,
                            "5",
                            "s",
                            "how long a stop waits for calls that run",
                            (p, value) -> p.withShutdownTimeout(Duration.ofSeconds(value.asLong()))),
                    new Parameter<>(
                            "log_level",
                            Kind.INTEGER,
                            "6",
                            "",
                            "the least severe level that is logged: 3 errors, 4 warnings, 6 information, 7 debug",
                            (p, value) -> p.withLogLevel(level(value.asLong()))),
                    new Parameter<>(
                            "audit",
                            Kind.TEXT,
                            "changes",
                            "",
                            "which calls are logged: off, changes (more than read access, and refusals), all",
                            (p, value) -> p.with(new Audit(scope(value), p.audit.arguments()))),
                    new Parameter<>(
                            "audit_arguments",
                            Kind.INTEGER,
                            "0",
                            "",
                            "1 logs their arguments too, which may hold what no log should",
                            (p, value) -> p.with(new Audit(p.audit.scope(), value.asLong() != 0))),
                    new Parameter<>(
                            "cache_entries",
                            Kind.INTEGER,
                            "10000",
                            "",
                            "how many values cache_store may store; a further one is refused",
                            (p, value) -> p.withCache(p.cache.withEntries(value.asLong()))),
                    new Parameter<>(
                            "cache_bytes",
                            Kind.INTEGER,
                            "16777216",
                            "bytes",
                            "how much their keys and values may take together; what is beyond is refused",
                            (p, value) -> p.withCache(p.cache.withBytes(value.asLong()))),
                    new Parameter<>(
                            "exec_msg_threshold",
                            Kind.INTEGER,
                            "0",
                            "microseconds",
                            "how long a command may take before E_CORE_THRESHOLD is raised; 0 for any time",
                            (p, value) -> p.withEvents(p.events.withExecMsg(value.asLong()))),
                    new Parameter<>(
                            "event_shm_threshold",
                            Kind.INTEGER,
                            "0",
                            "percent",
                            "how much of the memory may be used before E_CORE_SHM_THRESHOLD is raised; 0 for all",
                            (p, value) -> p.withEvents(p.events.withShm(value.asLong()))),
                    new Parameter<>(
                            "log_event_enabled",
                            Kind.INTEGER,
                            "0",
                            "",
                            "1 raises E_CORE_LOG for each line of the log",
                            (p, value) -> p.withEvents(p.events.withLog(value.asLong() != 0)))));

    public ServerParameters {
        if (shutdownTimeout.isNegative() || shutdownTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw ConfigError.of("server.shutdown_timeout", shutdownTimeout.toSeconds(), "allowed are 0 to 3600 s");
        }
        level(logLevel);
    }

    /// The same with another time for a stop.
    public ServerParameters withShutdownTimeout(Duration limit) {
        return new ServerParameters(versionText, miVersionText, limit, logLevel, audit, cache, events);
    }

    /// The same with another log level.
    public ServerParameters withLogLevel(int least) {
        return new ServerParameters(versionText, miVersionText, shutdownTimeout, least, audit, cache, events);
    }

    /// The same with other texts for the versions of both vocabularies, empty for our own.
    public ServerParameters withVersionTexts(String rpc, String mi) {
        return new ServerParameters(rpc, mi, shutdownTimeout, logLevel, audit, cache, events);
    }

    /// The same with another bound for what is cached.
    public ServerParameters withCache(CacheLimits limits) {
        return new ServerParameters(versionText, miVersionText, shutdownTimeout, logLevel, audit, limits, events);
    }

    /// The same with events of its own raised at other times.
    public ServerParameters withEvents(EventThresholds thresholds) {
        return new ServerParameters(versionText, miVersionText, shutdownTimeout, logLevel, audit, cache, thresholds);
    }

    private ServerParameters with(Audit changed) {
        return new ServerParameters(versionText, miVersionText, shutdownTimeout, logLevel, changed, cache, events);
    }

    // What no int holds is refused in the same words as what no level is.
    private static int level(long value) {
        if (value < 0 || value > 7) {
            throw ConfigError.of("server.log_level", value, "allowed are 0 to 7");
        }
        return (int) value;
    }

    private static Audit.Scope scope(Value value) {
        return switch (value.asText().toLowerCase(Locale.ROOT)) {
            case "off" -> Audit.Scope.OFF;
            case "changes" -> Audit.Scope.CHANGES;
            case "all" -> Audit.Scope.ALL;
            default -> throw ConfigError.of("server.audit", value.asText(), "allowed are off, changes, all");
        };
    }
}
