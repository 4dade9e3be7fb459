package org.wirechief.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.wirechief.net.UnixNotice;

/// Tells whoever started the server how it is, where it asked, as systemd does with `Type=notify`
/// (`sd_notify(3)`). A manager that cannot be told costs a warning and nothing else.
///
/// @param socket where it listens, a path or `@` and an abstract name; empty when nobody asked
record ServiceNotice(String socket) {
    private static final Logger LOG = System.getLogger(ServiceNotice.class.getName());

    /// The one that `NOTIFY_SOCKET` names.
    static ServiceNotice of(Map<String, String> environment) {
        return new ServiceNotice(environment.getOrDefault("NOTIFY_SOCKET", ""));
    }

    /// Every door is open.
    void ready() {
        tell("READY=1");
    }

    /// The doors are closing.
    void stopping() {
        tell("STOPPING=1");
    }

    private void tell(String state) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            UnixNotice.send(socket, state.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "the service manager was not told " + state + ": " + e.getMessage());
        }
    }
}
