package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds out whether what is at a path may be replaced.
interface PathProbe {
    /// Whether a dead server left its file there.
    ///
    /// @return false if nothing is there
    /// @throws BindException if there is anything else, which must not be removed
    boolean requireStaleOrNothing(Path path, Address address) throws IOException;

    /// Asks a file of the right kind.
    interface Question {
        /// Returns when no server has it open.
        ///
        /// @throws BindException if one has, or may have
        void requireStale(Path path, Address address) throws BindException;
    }

    /// One for files of a kind.
    ///
    /// @param kind what messages call one
    static PathProbe of(String kind, Predicate<FileIdentity> isOne, Question question) {
        return (path, address) -> {
            Optional<FileIdentity> there = FileIdentity.of(path);
            if (there.isEmpty()) {
                return false;
            }
            if (!isOne.test(there.get())) {
                throw BindFailure.because(
                        address,
                        path + " is " + there.get().describe() + ", not a " + kind
                                + "; remove it yourself if it may go");
            }
            question.requireStale(path, address);
            return true;
        };
    }
}
