package org.wirechief.endpoint.pike;

import java.time.Duration;
import java.util.List;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;

/// The limit on how many requests an address may send in datagrams, as configured; what its
/// namesakes of Kamailio and OpenSIPS do for SIP. Immutable.
///
/// @param samplingTimeUnit the time over which requests are counted, 1 to 3600 s
/// @param reqsDensityPerUnit how many an address may send in that time, at least 1
/// @param removeLatency how long an address is remembered after its last request, at least the
///     sampling time and at most a day
/// @param logLevel how severe it is that one is blocked and let in again, as OpenSIPS counts: -3
///     alert to 4 debug
public record Pike(Duration samplingTimeUnit, int reqsDensityPerUnit, Duration removeLatency, int logLevel)
        implements Endpoint {
    static final String GROUP = "pike";

    /// 30 requests in 2 s, remembered for 2 minutes.
    public static final Pike INITIAL = new Pike(Duration.ofSeconds(2), 30, Duration.ofSeconds(120), 1);

    /// How the configuration sets it.
    public static final ModuleDescription<Pike> MODULE = new ModuleDescription<>(
            GROUP,
            INITIAL,
            List.of(
                    Parameter.integer(
                            "sampling_time_unit",
                            "2",
                            "s",
                            "the time over which requests of an address are counted",
                            (pike, s) -> pike.samplingTimeUnit(Duration.ofSeconds(s))),
                    Parameter.integer(
                            "reqs_density_per_unit",
                            "30",
                            "",
                            "how many requests an address may send in that time; a further one blocks it",
                            Pike::reqsDensityPerUnit),
                    Parameter.integer(
                            "remove_latency",
                            "120",
                            "s",
                            "how long an address is remembered after its last request",
                            (pike, s) -> pike.removeLatency(Duration.ofSeconds(s))),
                    Parameter.integer(
                            "pike_log_level",
                            "1",
                            "",
                            "how severe it is that an address is blocked: -1 error, 1 warning, 3 information, 4 debug",
                            Pike::logLevel)),
            Pike::requireLatency);

    private static final long LONGEST_UNIT = 3600;
    private static final long LONGEST_LATENCY = 24 * 3600;

    /// @throws ConfigError naming the parameter that is out of its range
    public Pike {
        if (samplingTimeUnit.toSeconds() < 1 || samplingTimeUnit.toSeconds() > LONGEST_UNIT) {
            throw ConfigError.of("pike.sampling_time_unit", samplingTimeUnit.toSeconds(), "allowed are 1 to 3600 s");
        }
        if (reqsDensityPerUnit < 1) {
            throw ConfigError.of("pike.reqs_density_per_unit", reqsDensityPerUnit, "allowed are 1 and more");
        }
        if (removeLatency.toSeconds() < 1 || removeLatency.toSeconds() > LONGEST_LATENCY) {
            throw ConfigError.of("pike.remove_latency", removeLatency.toSeconds(), "allowed are 1 to 86400 s");
        }
        if (logLevel < -3 || logLevel > 4) {
            throw ConfigError.of("pike.pike_log_level", logLevel, "allowed are -3 to 4");
        }
    }

    private static void requireLatency(Pike pike) {
        if (pike.removeLatency.compareTo(pike.samplingTimeUnit) < 0) {
            throw ConfigError.of(
                    "pike.remove_latency",
                    pike.removeLatency.toSeconds(),
                    "at least sampling_time_unit is needed, " + pike.samplingTimeUnit.toSeconds() + " s");
        }
    }

    /// The same with another time over which requests are counted.
    public Pike samplingTimeUnit(Duration unit) {
        return new Pike(unit, reqsDensityPerUnit, removeLatency, logLevel);
    }

    /// The same with another number of requests.
    public Pike reqsDensityPerUnit(int requests) {
        return new Pike(samplingTimeUnit, requests, removeLatency, logLevel);
    }

    /// The same with another time for which addresses are remembered.
    public Pike removeLatency(Duration latency) {
        return new Pike(samplingTimeUnit, reqsDensityPerUnit, latency, logLevel);
    }

    /// The same with another severity.
    public Pike logLevel(int level) {
        return new Pike(samplingTimeUnit, reqsDensityPerUnit, removeLatency, level);
    }

    @Override
    public String module() {
        return GROUP;
    }

    @Override
    public LiveEndpoint in(Host host) {
        requireLatency(this);
        return new LivePike(this, host);
    }
}
