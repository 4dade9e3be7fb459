package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Path;

/// Finds out whether what is at a path may be replaced.
interface PathProbe {
    /// Whether a dead server left its file there.
    ///
    /// @return false if nothing is there
    /// @throws java.net.BindException if there is anything else, which must not be removed
    boolean requireStaleOrNothing(Path path, Address address) throws IOException;
}
