package org.wirechief.endpoint.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirechief.core.Access;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Parameter;
import org.wirechief.net.Cidr;

/// The parameters of an [AccessPolicy], the same in every module.
public final class AccessParameters {
    private AccessParameters() {}

    /// For a module whose described value `P` holds a policy.
    ///
    /// @param get the policy it holds
    /// @param put the same value with another policy
    public static <P> List<Parameter<P>> of(Function<P, AccessPolicy> get, BiFunction<P, AccessPolicy, P> put) {
        return List.of(
                Parameter.text(
                        "allow_from",
                        AccessPolicy.INITIALLY,
                        "addresses and ranges that may call over a network; may be given again",
                        (p, text) -> put.apply(
                                p, get.apply(p).allowingAlso(ranges(get.apply(p).module(), text)))),
                Parameter.text(
                        "access",
                        "",
                        "read, write or admin: what callers may do; at first admin on this machine, read from beyond",
                        (p, text) -> put.apply(
                                p, get.apply(p).withLevel(level(get.apply(p).module(), text)))),
                Parameter.text(
                        "access_users",
                        "",
                        "users who may call on Unix sockets; at first all whom the file mode lets in",
                        (p, text) -> put.apply(
                                p, get.apply(p).withUsersToo(names(get.apply(p).module() + ".access_users", text)))),
                Parameter.text(
                        "access_groups",
                        "",
                        "groups whose members by primary group may call on Unix sockets",
                        (p, text) -> put.apply(
                                p, get.apply(p).withGroupsToo(names(get.apply(p).module() + ".access_groups", text)))));
    }

    /// Ranges from a list with commas or blanks.
    ///
    /// @throws ConfigError when one is none, or there is none
    public static List<Cidr> ranges(String module, String list) {
        return names(module + ".allow_from", list).stream()
                .map(text -> {
                    try {
                        return Cidr.parse(text);
                    } catch (IllegalArgumentException e) {
                        throw ConfigError.of(module + ".allow_from", list, String.valueOf(e.getMessage()));
                    }
                })
                .toList();
    }

    /// The level of that word.
    ///
    /// @throws ConfigError when there is none
    public static Access level(String module, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "read" -> Access.READ;
            case "write" -> Access.WRITE;
            case "admin" -> Access.ADMIN;
            default -> throw ConfigError.of(module + ".access", word, "allowed are read, write, admin");
        };
    }

    static Set<String> names(String parameter, String list) {
        Set<String> names = Arrays.stream(list.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            throw ConfigError.of(parameter, "\"\"", "at least one name is needed; leave the line out otherwise");
        }
        return names;
    }
}
