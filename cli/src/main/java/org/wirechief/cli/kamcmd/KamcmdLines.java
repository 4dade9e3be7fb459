package org.wirechief.cli.kamcmd;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// Where the lines of kamcmd's shell come from.
@FunctionalInterface
interface KamcmdLines {
    /// Shows the prompt and waits for the next line.
    ///
    /// @return null at the end
    /// @throws Interrupted when Ctrl-C was typed in place of one
    @Nullable
    Octets next(String prompt) throws IOException, Interrupted;

    /// Ctrl-C at the prompt, which ends kamcmd.
    final class Interrupted extends Exception {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("interrupted", null, false, false);
        }
    }
}
