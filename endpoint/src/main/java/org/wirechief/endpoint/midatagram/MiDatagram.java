package org.wirechief.endpoint.midatagram;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wirechief.core.Access;
import org.wirechief.core.ConfigError;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Given;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.FileParameters;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.endpoint.trace.TracePolicy;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.DatagramReaders;
import org.wirechief.wire.mitext.MiTextProfile;

/// OpenSIPS' `mi_datagram` as configured: one UDP or Unix datagram socket that answers MI requests.
/// Immutable; each method returns a changed copy and throws [ConfigError] for a value that cannot
/// be.
///
/// ```java
/// MiDatagram.listening("/run/demo/mi.sock").mode(0660)
/// ```
public final class MiDatagram implements Endpoint {
    /// How the configuration sets it.
    public static final ModuleDescription<MiDatagram> MODULE = new ModuleDescription<>(
            "mi_datagram",
            new MiDatagram(MiDatagramParameters.INITIAL),
            MiDatagramModule.PARAMETERS,
            MiDatagram::requireSocketName);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int LONGEST_INDENT = 64;

    private final MiDatagramParameters parameters;

    private MiDatagram(MiDatagramParameters parameters) {
        this.parameters = parameters;
    }

    /// Listens there (spec mi-text §4.1): `udp:host:port`, or the path of a Unix socket.
    public static MiDatagram listening(String socketName) {
        return MODULE.initial().socketName(socketName);
    }

    /// Listens on a UDP port of this host; port 0 takes a free one, which the server's list of
    /// doors tells.
    public static MiDatagram udp(String host, int port) {
        return new MiDatagram(MODULE.initial().parameters.at(built(host + ":" + port, () -> Address.udp(host, port))));
    }

    /// Listens there and nowhere else: there is one socket.
    public MiDatagram socketName(String socketName) {
        return new MiDatagram(
                parameters.at(built(socketName, () -> Address.parse(socketName, AddressRules.MI_DATAGRAM))));
    }

    private static Address built(String text, Supplier<Address> address) {
        try {
            return address.get();
        } catch (IllegalArgumentException e) {
            throw ConfigError.of(
                    "mi_datagram.socket_name", text, Objects.requireNonNullElse(e.getMessage(), "not an address"));
        }
    }

    /// Threads that receive and run commands, 1 at first; a command that takes its time holds up
    /// one of them.
    public MiDatagram childrenCount(int count) {
        if (count < 1 || count > DatagramReaders.MOST) {
            throw ConfigError.of(
                    "mi_datagram.children_count",
                    count,
                    "allowed are 1 to " + DatagramReaders.MOST + "; without a reader nobody would be answered");
        }
        return new MiDatagram(parameters.withChildrenCount(count));
    }

    /// The permissions of a Unix socket's file, 0660 at first; 0 means 0600.
    public MiDatagram mode(int mode) {
        DoorFile file = parameters.file();
        return new MiDatagram(parameters.with(
                new DoorFile(FileParameters.mode("mi_datagram.unix_socket_mode", mode), file.user(), file.group())));
    }

    /// The owner of a Unix socket's file: a number, or a name, which brings the user's primary
    /// group where [#group] says no other.
    public MiDatagram user(String user) {
        DoorFile file = parameters.file();
        return new MiDatagram(parameters.with(
                new DoorFile(file.mode(), FileParameters.account("mi_datagram.unix_socket_user", user), file.group())));
    }

    /// The group of a Unix socket's file, a name or a number.
    public MiDatagram group(String group) {
        DoorFile file = parameters.file();
        return new MiDatagram(parameters.with(new DoorFile(
                file.mode(), file.user(), FileParameters.account("mi_datagram.unix_socket_group", group))));
    }

    /// How long a peer that does not read may leave a reply, 2 s at first; then it expires.
    public MiDatagram socketTimeout(Duration timeout) {
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw ConfigError.of(
                    "mi_datagram.socket_timeout",
                    TimeUnit.MILLISECONDS.convert(timeout),
                    "allowed are 1 to " + LONGEST.toMillis() + " milliseconds");
        }
        return new MiDatagram(parameters.withSocketTimeout(timeout));
    }

    /// What stands before a line of a reply for each level of the tree, a TAB at first.
    public MiDatagram replyIndent(String indent) {
        if (Octets.of(indent).length() > LONGEST_INDENT) {
            throw ConfigError.of("mi_datagram.reply_indent", indent, "allowed are up to " + LONGEST_INDENT + " bytes");
        }
        return new MiDatagram(parameters.with(language().with(language().text().withIndent(Octets.of(indent)))));
    }

    /// Whose text replies to give, `2.4.5` at first, `2.4.0` or `1.8` (spec mi-text §14).
    public MiDatagram textProfile(String version) {
        MiTextProfile profile = new Given("mi_datagram.text_profile", Value.of(version))
                .within("2.4.5, 2.4.0, 1.8", () -> MiTextProfile.of(version));
        return new MiDatagram(parameters.with(language().with(language().text().withProfile(profile))));
    }

    /// Which languages are understood: `auto` at first, `text` or `json`.
    public MiDatagram dialect(String word) {
        return new MiDatagram(parameters.with(language().with(Dialect.of(word))));
    }

    /// Whether JSON answers are laid out for people, no at first.
    public MiDatagram prettyPrinting(boolean pretty) {
        return new MiDatagram(parameters.with(language().withPretty(pretty)));
    }

    /// Which names callers of JSON may use: `3.x` at first, or `4.0`, which has those of 3.x as
    /// aliases (spec mi-json §16).
    public MiDatagram names(String version) {
        return new MiDatagram(parameters.with(language()
                .with(MiNaming.parse(version)
                        .orElseThrow(() -> ConfigError.of("mi_datagram.names", version, "allowed are 3.x, 4.0")))));
    }

    private Language language() {
        return parameters.language();
    }

    /// Lets these addresses and ranges call over UDP, `10.0.0.0/8`, instead of this machine's
    /// loopback; further calls add to them.
    public MiDatagram allowFrom(String... ranges) {
        return with(parameters.access().allowingAlso(AccessParameters.ranges("mi_datagram", String.join(",", ranges))));
    }

    /// What callers may do; at first everything on this machine, and reading from beyond it.
    public MiDatagram access(Access level) {
        return with(parameters.access().withLevel(level));
    }

    /// Lets only these users, root and the server's own user call on a Unix socket.
    public MiDatagram accessUsers(String... users) {
        return with(parameters.access().withUsersToo(Set.copyOf(List.of(users))));
    }

    /// Lets only members of these groups, by primary group, call on a Unix socket.
    public MiDatagram accessGroups(String... groups) {
        return with(parameters.access().withGroupsToo(Set.copyOf(List.of(groups))));
    }

    /// Copies requests and replies to a collector that `proto_hep` names
    /// ([org.wirechief.endpoint.hep.Hep]). Where there is none of that name, the log says so and
    /// nothing is traced.
    public MiDatagram traceDestination(String name) {
        return with(parameters.trace().to(name));
    }

    /// Which commands are traced: `b: ps, which` for all but these, `w: ps` for these alone; the
    /// last list counts.
    public MiDatagram traceBwlist(String list) {
        return with(parameters.trace().only(list));
    }

    static MiDatagram of(MiDatagramParameters parameters) {
        return new MiDatagram(parameters);
    }

    MiDatagramParameters parameters() {
        return parameters;
    }

    AccessPolicy policy() {
        return parameters.access();
    }

    MiDatagram with(AccessPolicy policy) {
        return new MiDatagram(parameters.with(policy));
    }

    MiDatagram with(TracePolicy policy) {
        return new MiDatagram(parameters.with(policy));
    }

    private void requireSocketName() {
        var _ = LiveMiDatagram.socketName(parameters);
    }

    @Override
    public String module() {
        return "mi_datagram";
    }

    /// Builds it for a server.
    ///
    /// @throws ConfigError when there is no socket name
    @Override
    public LiveEndpoint in(Host host) {
        requireSocketName();
        return new LiveMiDatagram(parameters, host);
    }
}
