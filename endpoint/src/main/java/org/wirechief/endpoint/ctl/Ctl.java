package org.wirechief.endpoint.ctl;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.wirechief.core.Access;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.FileParameters;
import org.wirechief.endpoint.ctl.Listening.Payload;
import org.wirechief.endpoint.trace.TracePolicy;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.FileAccess;

/// Kamailio's `ctl` as configured: where it speaks what, and within which limits. Immutable;
/// each method returns a changed copy and throws [ConfigError] for a value that cannot be.
///
/// ```java
/// Ctl.listening("unixs:/run/demo/ctl", "tcp:127.0.0.1:2049").mode(0660)
/// ```
public final class Ctl implements Endpoint {
    /// How the configuration sets it.
    public static final ModuleDescription<Ctl> MODULE =
            new ModuleDescription<>("ctl", new Ctl(CtlParameters.INITIAL), CtlModule.PARAMETERS);

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final String FIFO_SCHEME = "fifo:";

    private final CtlParameters parameters;

    private Ctl(CtlParameters parameters) {
        this.parameters = parameters;
    }

    /// Speaks BINRPC at these addresses (spec ctl §11.1). None means the default,
    /// `unixs:/var/run/kamailio/kamailio_ctl`.
    public static Ctl listening(String... addresses) {
        Ctl ctl = MODULE.initial();
        for (String address : addresses) {
            ctl = ctl.binrpc(address);
        }
        return ctl;
    }

    /// Speaks BINRPC at this address too.
    public Ctl binrpc(String address) {
        if (address.regionMatches(true, 0, FIFO_SCHEME, 0, FIFO_SCHEME.length())) {
            throw ConfigError.of(
                    "ctl.binrpc",
                    address,
                    "a FIFO speaks lines, not BINRPC: write modparam(\"ctl\", \"fifo\", \"" + address
                            + "\"), or an address with unixs, unixd, udp or tcp");
        }
        Address parsed = parsed("ctl.binrpc", address, AddressRules.CTL_BINRPC, "unixs:/run/ctl or tcp:127.0.0.1:2049");
        return new Ctl(parameters.listeningAlso(new Listening(Payload.BINRPC, parsed)));
    }

    /// Speaks the line protocol at this address too (spec ctl §11.2): a FIFO, unless a scheme or a
    /// port says otherwise. With it alone nothing speaks BINRPC.
    public Ctl fifo(String address) {
        Address parsed = parsed("ctl.fifo", address, AddressRules.CTL_FIFO, "/run/ctl.fifo or udp:127.0.0.1:2050");
        return new Ctl(parameters.listeningAlso(new Listening(Payload.FIFO, parsed)));
    }

    /// Whether the line protocol has the defects of Kamailio 5.6.3 (spec ctl §10).
    public Ctl fifoCompat(boolean on) {
        return new Ctl(parameters.with(parameters.lines().withCompat(on)));
    }

    private Ctl binrpc(Supplier<Address> address) {
        try {
            return new Ctl(parameters.listeningAlso(new Listening(Payload.BINRPC, address.get())));
        } catch (IllegalArgumentException e) {
            throw new ConfigError("ctl.binrpc: " + e.getMessage());
        }
    }

    private static Address parsed(String parameter, String text, AddressRules rules, String example) {
        if (text.isEmpty()) {
            throw ConfigError.of(parameter, "\"\"", "an address is needed, such as " + example);
        }
        try {
            return Address.parse(text, rules);
        } catch (IllegalArgumentException e) {
            throw ConfigError.of(parameter, text, Objects.requireNonNullElse(e.getMessage(), "not an address"));
        }
    }

    /// Speaks BINRPC on a TCP port of this host too; port 0 takes a free one, which the server's
    /// list of doors tells.
    public Ctl tcp(String host, int port) {
        return binrpc(() -> Address.tcp(host, port));
    }

    /// Speaks BINRPC on a UDP port of this host too; port 0 takes a free one, which the server's
    /// list of doors tells.
    public Ctl udp(String host, int port) {
        return binrpc(() -> Address.udp(host, port));
    }

    /// The permissions of socket files and FIFOs, 0600 at first; 0 leaves what the umask makes.
    public Ctl mode(int mode) {
        FileAccess file = parameters.file();
        return new Ctl(
                parameters.with(new FileAccess(FileParameters.mode("ctl.mode", mode), file.owner(), file.group())));
    }

    /// The owner of socket files and FIFOs, a name or a number.
    public Ctl user(String user) {
        FileAccess file = parameters.file();
        return new Ctl(
                parameters.with(new FileAccess(file.mode(), FileParameters.account("ctl.user", user), file.group())));
    }

    /// The group of socket files and FIFOs, a name or a number.
    public Ctl group(String group) {
        FileAccess file = parameters.file();
        return new Ctl(
                parameters.with(new FileAccess(file.mode(), file.owner(), FileParameters.account("ctl.group", group))));
    }

    /// Lets these addresses and ranges call over a network, `10.0.0.0/8`, instead of this machine's
    /// loopback; further calls add to them.
    public Ctl allowFrom(String... ranges) {
        return with(parameters.access().allowingAlso(AccessParameters.ranges("ctl", String.join(",", ranges))));
    }

    /// What callers may do; at first everything on this machine, and reading from beyond it.
    public Ctl access(Access level) {
        return with(parameters.access().withLevel(level));
    }

    /// Lets only these users, root and the server's own user call on Unix sockets.
    public Ctl accessUsers(String... users) {
        return with(parameters.access().withUsersToo(Set.copyOf(List.of(users))));
    }

    /// Lets only members of these groups, by primary group, call on Unix sockets.
    public Ctl accessGroups(String... groups) {
        return with(parameters.access().withGroupsToo(Set.copyOf(List.of(groups))));
    }

    /// Copies requests and replies to a collector that `proto_hep` names
    /// ([org.wirechief.endpoint.hep.Hep]). Where there is none of that name, the log says so and
    /// nothing is traced.
    public Ctl traceDestination(String name) {
        return with(parameters.trace().to(name));
    }

    /// Which commands are traced: `b: ps, which` for all but these, `w: ps` for these alone; the
    /// last list counts.
    public Ctl traceBwlist(String list) {
        return with(parameters.trace().only(list));
    }

    Ctl with(TracePolicy policy) {
        return new Ctl(parameters.with(policy));
    }

    static Ctl of(CtlParameters parameters) {
        return new Ctl(parameters);
    }

    CtlParameters parameters() {
        return parameters;
    }

    AccessPolicy policy() {
        return parameters.access();
    }

    Ctl with(AccessPolicy policy) {
        return new Ctl(parameters.with(policy));
    }

    /// Whether every parameter converts between numbers and text (spec ctl §8.3).
    public Ctl autoconversion(boolean on) {
        return new Ctl(parameters.with(parameters.rules().withAutoconversion(on)));
    }

    /// The most an answer may hold outside structs, in KB; below 1 means 4 (spec ctl §7.2).
    public Ctl maxBodySize(int kilobytes) {
        int bytes = kilobytes <= 0 ? 4 * 1024 : kilobytes("ctl.binrpc_max_body_size", kilobytes);
        return new Ctl(parameters.with(parameters.rules().withMaxBody(bytes)));
    }

    /// The most one struct may hold without the structs in it, in KB; below 1 means 1
    /// (spec ctl §7.3).
    public Ctl structMaxBodySize(int kilobytes) {
        int bytes = kilobytes <= 0 ? 1024 : kilobytes("ctl.binrpc_struct_max_body_size", kilobytes);
        return new Ctl(parameters.with(parameters.rules().withStructMaxBody(bytes)));
    }

    /// A line of text in an answer must be shorter than this many bytes (spec ctl §7.4).
    public Ctl bufferSize(int bytes) {
        if (bytes < 16 || bytes > 1 << 20) {
            throw ConfigError.of("ctl.binrpc_buffer_size", bytes, "allowed are 16 to 1048576 bytes");
        }
        return new Ctl(parameters.with(parameters.rules().withMaxText(bytes)));
    }

    private static int kilobytes(String parameter, int kilobytes) {
        if (kilobytes > 64 * 1024) {
            throw ConfigError.of(parameter, kilobytes, "allowed are up to 65536 KB");
        }
        return kilobytes * 1024;
    }

    /// Stream connections over all listeners, 128 at first; further ones are closed at once.
    public Ctl maxConnections(int count) {
        return new Ctl(parameters.withMaxConnections(count));
    }

    /// Bytes of answers a connection may leave untaken before its requests wait.
    public Ctl sendQueueMax(int bytes) {
        if (bytes < 1024 || bytes > 1 << 30) {
            throw ConfigError.of("ctl.send_queue_max", bytes, "allowed are 1024 to 1073741824 bytes");
        }
        return new Ctl(parameters.with(parameters.limits().withSendQueueMax(bytes)));
    }

    /// How long a request may stay half sent; zero for ever.
    public Ctl requestTimeout(Duration limit) {
        return new Ctl(parameters.with(parameters.limits().withRequestTimeout(inRange("ctl.request_timeout", limit))));
    }

    /// How long a connection may be silent; zero for ever.
    public Ctl idleTimeout(Duration limit) {
        return new Ctl(parameters.with(parameters.limits().withIdleTimeout(inRange("ctl.idle_timeout", limit))));
    }

    /// How long a reader may leave its answers waiting without taking a byte; zero for ever.
    public Ctl stallTimeout(Duration limit) {
        return new Ctl(parameters.with(parameters.limits().withStallTimeout(inRange("ctl.stall_timeout", limit))));
    }

    private static Duration inRange(String parameter, Duration limit) {
        if (limit.isNegative() || limit.compareTo(LONGEST) > 0) {
            throw ConfigError.of(
                    parameter, limit.toSeconds(), "allowed are 0 (no limit) to " + LONGEST.toSeconds() + " s");
        }
        return limit;
    }

    @Override
    public String module() {
        return "ctl";
    }

    @Override
    public LiveEndpoint in(Host host) {
        return new LiveCtl(parameters, host);
    }
}
