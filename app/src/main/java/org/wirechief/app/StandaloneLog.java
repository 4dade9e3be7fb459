package org.wirechief.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.wirechief.server.log.Journal;

/// The log of this program, on stderr. Provided here and not by the server's module, which would
/// put it in the place of an embedding program's own.
public final class StandaloneLog {
    private StandaloneLog() {}

    /// Asked for by the JDK, once.
    public static System.LoggerFinder provider() {
        // Straight to the descriptor: System.err would write a line in pieces.
        return new Journal(new FileOutputStream(FileDescriptor.err));
    }
}
