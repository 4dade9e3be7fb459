package org.wirechief.endpoint.access;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.net.Accounts;
import org.wirechief.net.Cidr;

/// Who may call a module, and up to which level.
///
/// Over a network peers are told apart by address; on Unix sockets, where the file's mode is the
/// first guard, by the user and the primary group of the calling process.
///
/// @param module whose policy it is; refusals name it
/// @param allowFrom addresses that may call; empty means this machine's loopback
/// @param level what admitted peers may do; null means everything on Unix sockets and loopback,
///     and reading beyond
/// @param users who may call on Unix sockets; when this and `groups` are empty, whoever the file
///     mode lets in. Root and the server's own user always may.
/// @param groups who may call on Unix sockets by primary group
public record AccessPolicy(
        String module, List<Cidr> allowFrom, @Nullable Access level, Set<String> users, Set<String> groups) {

    /// What `allow_from` is at first, as it is written.
    static final String INITIALLY = "127.0.0.0/8, ::1";

    private static final List<Cidr> LOOPBACK =
            Stream.of(INITIALLY.split(", ")).map(Cidr::parse).toList();

    public AccessPolicy {
        allowFrom = List.copyOf(allowFrom);
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
    }

    /// Loopback and whoever the file mode lets in.
    public static AccessPolicy initial(String module) {
        return new AccessPolicy(module, List.of(), null, Set.of(), Set.of());
    }

    /// The same policy that lets these in over a network too.
    public AccessPolicy allowingAlso(List<Cidr> ranges) {
        return new AccessPolicy(
                module, Stream.concat(allowFrom.stream(), ranges.stream()).toList(), level, users, groups);
    }

    /// The same policy with one level for all whom it admits.
    public AccessPolicy withLevel(Access forAll) {
        return new AccessPolicy(module, allowFrom, forAll, users, groups);
    }

    /// The same policy that lets these users call on Unix sockets too.
    public AccessPolicy withUsersToo(Set<String> more) {
        return new AccessPolicy(module, allowFrom, level, union(users, more), groups);
    }

    /// The same policy that lets these groups call on Unix sockets too.
    public AccessPolicy withGroupsToo(Set<String> more) {
        return new AccessPolicy(module, allowFrom, level, users, union(groups, more));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(java.util.stream.Collectors.toSet());
    }

    /// What of it cannot come out as it was meant, a line each: names that nobody has.
    public List<String> warnings() {
        Accounts accounts = Accounts.ofSystem();
        return Stream.concat(
                        unknown("access_users", "user", users, accounts::user),
                        unknown("access_groups", "group", groups, accounts::group))
                .toList();
    }

    private Stream<String> unknown(
            String parameter, String what, Set<String> names, Function<String, Set<String>> forms) {
        return names.stream()
                .filter(name -> !name.matches("[0-9]+") && forms.apply(name).size() == 1)
                .sorted()
                .map(name -> module + "." + parameter + ": this machine's files know no " + what + " '" + name
                        + "'; correct it, or write the number of one from a directory service");
    }

    /// Judges a peer of a network.
    public Admission of(InetAddress peer) {
        List<Cidr> allowed = allowFrom.isEmpty() ? LOOPBACK : allowFrom;
        if (!contains(allowed, peer)) {
            String source = Cidr.of(peer).toString();
            // Whoever sets it for the first time replaces what it is at first.
            String line = line("allow_from", allowFrom.isEmpty() ? INITIALLY + ", " + source : source);
            return new Admission.Refused(source, source + " may not call: " + line + " lets it in");
        }
        return new Admission.Admitted(levelOr(peer.isLoopbackAddress() ? Access.ADMIN : Access.READ));
    }

    // asked for every datagram
    private static boolean contains(List<Cidr> ranges, InetAddress peer) {
        for (Cidr range : ranges) {
            if (range.contains(peer)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it asks who calls on a Unix socket.
    public boolean tellsUsersApart() {
        return !users.isEmpty() || !groups.isEmpty();
    }

    /// Judges a peer on a Unix socket.
    ///
    /// @param peer null when the kernel does not say who it is; it may call only where anybody may
    public Admission of(@Nullable UnixCaller peer) {
        if (!tellsUsersApart()) {
            return new Admission.Admitted(levelOr(Access.ADMIN));
        }
        if (peer == null) {
            return new Admission.Refused("unknown", "the system does not say who calls, and not everybody may");
        }
        Accounts accounts = Accounts.ofSystem();
        Set<String> user = accounts.user(peer.user());
        if (user.contains("0")
                || user.contains(System.getProperty("user.name"))
                || !Collections.disjoint(user, users)
                || !Collections.disjoint(accounts.group(peer.group()), groups)) {
            return new Admission.Admitted(levelOr(Access.ADMIN));
        }
        return new Admission.Refused(
                peer.user(),
                "user " + peer.user() + " may not call: " + line("access_users", peer.user()) + " lets them in");
    }

    private Access levelOr(Access otherwise) {
        return level == null ? otherwise : level;
    }

    private String line(String parameter, String value) {
        return "modparam(\"" + module + "\", \"" + parameter + "\", \"" + value + "\")";
    }
}
