package org.wirechief.net;

import java.io.IOException;
import java.io.InputStream;

/// What is done with connections of a [TlsListener].
@FunctionalInterface
public interface TlsHandler {
    /// Serves one, on its own virtual thread, which may block; it is closed when this returns or
    /// throws.
    ///
    /// @param peer who has connected
    /// @param in what comes, in the clear; reading fails when the listener is closed
    /// @throws IOException when the connection breaks; it concerns nobody else
    void serve(Address peer, InputStream in) throws IOException;
}
