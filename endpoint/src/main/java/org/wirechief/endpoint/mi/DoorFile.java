package org.wirechief.endpoint.mi;

import org.jspecify.annotations.Nullable;
import org.wirechief.net.Accounts;
import org.wirechief.net.FileAccess;

/// The file of a Unix socket or the FIFO as configured (spec mi-text §4, mi-json §7.1).
///
/// @param mode permission bits; 0 means [#INSTEAD_OF_NONE]
/// @param user a name, which brings the user's primary group, or a decimal id, which does not; null
///     keeps the server's
/// @param group a name or a decimal id; null keeps the server's, or what the user brings
public record DoorFile(
        int mode, @Nullable String user, @Nullable String group) {
    public static final DoorFile INITIAL = new DoorFile(0660, null, null);

    /// What stands in for mode 0, with which nobody could call.
    static final int INSTEAD_OF_NONE = 0600;

    /// What that comes to with the users of this machine.
    public FileAccess access() {
        String brought = group != null || user == null
                ? group
                : Accounts.ofSystem().primaryGroup(user).orElse(null);
        return new FileAccess(mode == 0 ? INSTEAD_OF_NONE : mode, user, brought);
    }
}
