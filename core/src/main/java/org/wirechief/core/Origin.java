package org.wirechief.core;

import java.util.function.Supplier;

/// Where a call came from and what it may do.
///
/// @param module the endpoint that took it, `ctl`
/// @param transport `unix_stream`, `tcp`, ...
/// @param caller the caller in the words of its transport; asked only when somebody wants to know,
///     because a user's name may have to be looked up. Any thread
/// @param granted the highest level of command it may run
public record Origin(String module, String transport, Supplier<String> caller, Access granted) {

    private record Known(String get) implements Supplier<String> {}

    /// Of a caller whose words are at hand.
    public Origin(String module, String transport, String peer, Access granted) {
        this(module, transport, new Known(peer), granted);
    }

    /// The caller in the words of its transport, for logs and refusals: `127.0.0.1:40000`,
    /// `user op`. May wait until a directory service has told a name.
    public String peer() {
        return caller.get();
    }
}
