package org.wirechief.server.log;

import java.lang.System.Logger.Level;

/// Is told of every line that a [Journal] has written.
@FunctionalInterface
public interface LogListener {
    /// Called on the thread that logs; must not wait. What it logs itself it is told of too.
    ///
    /// @param name of the logger, `server.Signals`
    /// @param message with its failure, as it was logged: of any length, with any characters
    void logged(Level level, String name, String message);
}
