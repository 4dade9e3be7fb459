package org.wirechief.net;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may open a socket file or FIFO. Mode and owner are final before the path becomes visible.
///
/// @param mode permission bits, 0 to 0777; 0 keeps what the umask leaves (spec ctl §1, `mode`)
/// @param owner user name or decimal id; null keeps the user of this process
/// @param group group name or decimal id; null keeps the group of this process. Owner and group
///     work one without the other (spec ctl §17.8)
public record FileAccess(
        int mode, @Nullable String owner, @Nullable String group) {

    /// Only the user of this process.
    public static final FileAccess PRIVATE = new FileAccess(0600, null, null);

    /// @throws IllegalArgumentException if the mode has other bits or a name is empty
    public FileAccess {
        if (mode < 0 || mode > 0777) {
            throw new IllegalArgumentException(
                    "mode " + Integer.toOctalString(mode) + " is not between 0 and 0777 (octal)");
        }
        if ((owner != null && owner.isBlank()) || (group != null && group.isBlank())) {
            throw new IllegalArgumentException("a user or group name must not be blank: leave it out instead");
        }
    }

    /// Whom of the two this machine does not know, `user andrei`.
    public List<String> unknown() {
        return FileOwner.unknown(this);
    }

    /// The mode alone, user and group of this process.
    public static FileAccess ofMode(int mode) {
        return new FileAccess(mode, null, null);
    }
}
