package org.wirechief.endpoint.mififo;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wirechief.core.Access;
import org.wirechief.core.ConfigError;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Given;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.access.FileParameters;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.endpoint.trace.TracePolicy;
import org.wirechief.net.Address;
import org.wirechief.net.FifoLimits;

/// OpenSIPS' `mi_fifo` as configured: one FIFO that requests are written to, answered on the FIFOs
/// they name. Immutable; each method returns a changed copy and throws [ConfigError] for a value
/// that cannot be.
///
/// ```java
/// MiFifo.at("/run/demo/fifo").mode(0660).replyDir("/run/demo/replies/")
/// ```
///
/// Nobody can tell who writes to a FIFO: the mode of its file decides who may call.
public final class MiFifo implements Endpoint {
    /// How the configuration sets it.
    public static final ModuleDescription<MiFifo> MODULE =
            new ModuleDescription<>("mi_fifo", new MiFifo(MiFifoParameters.INITIAL), MiFifoModule.PARAMETERS);

    private static final int LEAST_REQUEST = 4096;
    private static final String TIMES = "1 to 86400000 ms";

    private final MiFifoParameters parameters;

    private MiFifo(MiFifoParameters parameters) {
        this.parameters = parameters;
    }

    /// Reads requests from a FIFO there, which it makes.
    public static MiFifo at(String path) {
        return MODULE.initial().fifoName(path);
    }

    /// Reads requests from a FIFO there, `/tmp/opensips_fifo` at first.
    public MiFifo fifoName(String path) {
        if (path.isEmpty()) {
            throw ConfigError.of("mi_fifo.fifo_name", "\"\"", "a path is needed, such as /run/wirechief/fifo");
        }
        try {
            return new MiFifo(parameters.at(Address.fifo(path)));
        } catch (IllegalArgumentException e) {
            throw ConfigError.of("mi_fifo.fifo_name", path, Objects.requireNonNullElse(e.getMessage(), "not a path"));
        }
    }

    /// The permissions of the FIFO, 0660 at first; 0 means 0600.
    public MiFifo mode(int mode) {
        DoorFile file = parameters.file();
        return new MiFifo(parameters.with(
                new DoorFile(FileParameters.mode("mi_fifo.fifo_mode", mode), file.user(), file.group())));
    }

    /// The owner of the FIFO: a number, or a name, which brings the user's primary group where
    /// [#group] says no other.
    public MiFifo user(String user) {
        DoorFile file = parameters.file();
        return new MiFifo(parameters.with(
                new DoorFile(file.mode(), FileParameters.account("mi_fifo.fifo_user", user), file.group())));
    }

    /// The group of the FIFO, a name or a number.
    public MiFifo group(String group) {
        DoorFile file = parameters.file();
        return new MiFifo(parameters.with(
                new DoorFile(file.mode(), file.user(), FileParameters.account("mi_fifo.fifo_group", group))));
    }

    /// The directory of the reply FIFOs, `/tmp/` at first. It must be there when the server starts.
    /// A slash that is missing at its end is added.
    public MiFifo replyDir(String directory) {
        if (directory.isEmpty() || directory.indexOf('\0') >= 0) {
            throw ConfigError.of("mi_fifo.reply_dir", "\"\"", "a directory is needed, such as /tmp/");
        }
        return new MiFifo(parameters.withReplyDir(directory.endsWith("/") ? directory : directory + "/"));
    }

    /// Whether answers are laid out for people, no at first.
    public MiFifo prettyPrinting(boolean pretty) {
        return new MiFifo(parameters.withPretty(pretty));
    }

    /// Which names callers may use: `3.x` at first, or `4.0`, which has those of 3.x as aliases
    /// (spec mi-json §16).
    public MiFifo names(String version) {
        return new MiFifo(parameters.with(MiNaming.parse(version)
                .orElseThrow(() -> ConfigError.of("mi_fifo.names", version, "allowed are 3.x, 4.0"))));
    }

    /// What callers may do, everything at first.
    public MiFifo access(Access level) {
        return new MiFifo(parameters.with(level));
    }

    /// The longest request in bytes, what stands before its text included; 65535 at first.
    public MiFifo maxRequest(int bytes) {
        if (bytes < LEAST_REQUEST) {
            throw ConfigError.of("mi_fifo.max_request", bytes, "allowed are " + LEAST_REQUEST + " to 16777216 bytes");
        }
        return within(
                "max_request",
                bytes,
                "up to 16777216 bytes",
                () -> parameters.limits().withMaxRequest(bytes));
    }

    /// How long half a request is kept after its last byte came, 5 s at first.
    public MiFifo requestTimeout(Duration time) {
        FifoLimits now = parameters.limits();
        return within(
                "request_timeout",
                TimeUnit.MILLISECONDS.convert(time),
                TIMES,
                () -> now.withTimeouts(time, now.openTimeout(), now.replyTimeout()));
    }

    /// How long a request waits for a reader of its reply FIFO before it is dropped, not run; 3 s
    /// at first.
    public MiFifo openTimeout(Duration time) {
        FifoLimits now = parameters.limits();
        return within(
                "open_timeout",
                TimeUnit.MILLISECONDS.convert(time),
                TIMES,
                () -> now.withTimeouts(now.requestTimeout(), time, now.replyTimeout()));
    }

    /// How long a reader may take nothing of its reply before the rest is dropped, 10 s at first.
    public MiFifo replyTimeout(Duration time) {
        FifoLimits now = parameters.limits();
        return within(
                "reply_timeout",
                TimeUnit.MILLISECONDS.convert(time),
                TIMES,
                () -> now.withTimeouts(now.requestTimeout(), now.openTimeout(), time));
    }

    private MiFifo within(String parameter, long value, String allowed, Supplier<FifoLimits> limits) {
        Given given = new Given("mi_fifo." + parameter, Value.of(value));
        return new MiFifo(parameters.with(given.within(allowed, limits)));
    }

    /// Copies requests and replies to a collector that `proto_hep` names
    /// ([org.wirechief.endpoint.hep.Hep]). Where there is none of that name, the log says so and
    /// nothing is traced.
    public MiFifo traceDestination(String name) {
        return with(parameters.trace().to(name));
    }

    /// Which commands are traced: `b: ps, which` for all but these, `w: ps` for these alone; the
    /// last list counts.
    public MiFifo traceBwlist(String list) {
        return with(parameters.trace().only(list));
    }

    MiFifo with(TracePolicy policy) {
        return new MiFifo(parameters.with(policy));
    }

    static MiFifo of(MiFifoParameters parameters) {
        return new MiFifo(parameters);
    }

    MiFifoParameters parameters() {
        return parameters;
    }

    @Override
    public String module() {
        return "mi_fifo";
    }

    @Override
    public LiveEndpoint in(Host host) {
        return new LiveMiFifo(parameters, host);
    }
}
