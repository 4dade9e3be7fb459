package org.wirechief.server;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;

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
                    Parameter.text(
                            "version_text",
                            "",
                            "what core.version answers, for tools that parse another product's text",
                            (p, text) -> p.withVersionTexts(text, p.miVersionText)),
                    Parameter.text(
                            "mi_version_text",
                            "",
                            "what MI's version answers, for tools that parse OpenSIPS (3.6.8 (x86_64/linux))",
                            (p, text) -> p.withVersionTexts(p.versionText, text)),
                    Parameter.wide(
                            "shutdown_timeout",
                            "5",
                            "s",
                            "how long a stop waits for calls that run",
                            (p, seconds) -> p.withShutdownTimeout(Duration.ofSeconds(seconds))),
                    Parameter.wide(
                            "log_level",
                            "6",
                            "",
                            "the least severe level that is logged: 3 errors, 4 warnings, 6 information, 7 debug",
                            (p, number) -> p.withLogLevel(level(number))),
                    Parameter.text(
                            "audit",
                            "changes",
                            "which calls are logged: off, changes (more than read access, and refusals), all",
                            (p, word) -> p.with(new Audit(scope(word), p.audit.arguments()))),
                    Parameter.wide(
                            "audit_arguments",
                            "0",
                            "",
                            "1 logs their arguments too, which may hold what no log should",
                            (p, on) -> p.with(new Audit(p.audit.scope(), on != 0))),
                    Parameter.wide(
                            "cache_entries",
                            "10000",
                            "",
                            "how many values cache_store may store; a further one is refused",
                            (p, value) -> p.withCache(p.cache.withEntries(value))),
                    Parameter.wide(
                            "cache_bytes",
                            "16777216",
                            "bytes",
                            "how much their keys and values may take together; what is beyond is refused",
                            (p, value) -> p.withCache(p.cache.withBytes(value))),
                    Parameter.wide(
                            "exec_msg_threshold",
                            "0",
                            "microseconds",
                            "how long a command may take before E_CORE_THRESHOLD is raised; 0 for any time",
                            (p, value) -> p.withEvents(p.events.withExecMsg(value))),
                    Parameter.wide(
                            "event_shm_threshold",
                            "0",
                            "percent",
                            "how much of the memory may be used before E_CORE_SHM_THRESHOLD is raised; 0 for all",
                            (p, value) -> p.withEvents(p.events.withShm(value))),
                    Parameter.wide(
                            "log_event_enabled",
                            "0",
                            "",
                            "1 raises E_CORE_LOG for each line of the log",
                            (p, on) -> p.withEvents(p.events.withLog(on != 0)))));

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

    private static Audit.Scope scope(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "off" -> Audit.Scope.OFF;
            case "changes" -> Audit.Scope.CHANGES;
            case "all" -> Audit.Scope.ALL;
            default -> throw ConfigError.of("server.audit", word, "allowed are off, changes, all");
        };
    }
}
