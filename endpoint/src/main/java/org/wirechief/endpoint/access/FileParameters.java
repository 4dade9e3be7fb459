package org.wirechief.endpoint.access;

import java.util.List;
import org.wirechief.core.ConfigError;
import org.wirechief.net.FileAccess;

/// What may be said of the mode and the owner of a door's file, before the system is asked.
public final class FileParameters {
    private FileParameters() {}

    /// Says before the doors are opened what will keep their files from being made, a line each.
    public static List<String> warnings(String module, FileAccess access) {
        return access.unknown().stream()
                .map(account -> module + ": there is no " + account
                        + " on this machine, so no file can be given to it; create it or write another")
                .toList();
    }

    /// The mode itself, when it can be one.
    ///
    /// @throws ConfigError if it has other bits than those of 0777
    public static int mode(String parameter, int mode) {
        if (mode < 0 || mode > 0777) {
            String octal = mode < 0 ? "" : " (octal 0" + Integer.toOctalString(mode) + ")";
            throw ConfigError.of(parameter, mode + octal, "allowed are 0 to 0777; octal numbers begin with 0");
        }
        return mode;
    }

    /// The user or group itself, a name or a number, when it can be one.
    ///
    /// @throws ConfigError if it is blank, or a number below 0, which the system would take for a
    ///     very large one
    public static String account(String parameter, String account) {
        if (account.isBlank()) {
            throw ConfigError.of(parameter, "\"\"", "a name or a number is needed");
        }
        if (account.matches("-[0-9]+")) {
            throw ConfigError.of(parameter, account, "a name or a number from 0 is needed");
        }
        return account;
    }
}
