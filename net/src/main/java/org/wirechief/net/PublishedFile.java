package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file clients find a server by, a Unix socket or a FIFO: brought to its path in one step,
/// removed only if it is still ours.
///
/// It is made inside a fresh directory only this user may enter, gets its mode and owner there and
/// is then moved to its path, so nobody ever sees it with others. See [StagingDirectory] for what
/// happens when two servers start at once.
///
/// @param path where clients find it
/// @param identity what was put there
record PublishedFile(Path path, FileIdentity identity) {

    /// Makes the file where it is told to.
    interface Maker {
        void make(Path temporary) throws IOException;
    }

    /// Binds a socket at the address it is given and listens.
    interface Binder {
        void bind(SocketAddress temporary) throws IOException;
    }

    /// Binds a socket so that it appears at the address's path.
    ///
    /// @throws BindException saying what is wrong, where, and what to do
    static PublishedFile socket(Address address, FileAccess access, Binder binder) throws IOException {
        return publish(
                address, access, SocketProbe.PROBE, temporary -> binder.bind(UnixDomainSocketAddress.of(temporary)));
    }

    /// Makes a file so that it appears at the address's path.
    ///
    /// @throws BindException saying what is wrong, where, and what to do
    static PublishedFile publish(Address address, FileAccess access, PathProbe probe, Maker maker) throws IOException {
        Path path = SocketPath.of(address);
        var owner = FileOwner.lookUp(address, access);
        boolean stale = probe.requireStaleOrNothing(path, address);
        try (var staging = StagingDirectory.beside(path, address, probe)) {
            maker.make(staging.file());
            owner.applyTo(staging.file());
            var ours = FileIdentity.require(staging.file());
            if (stale) {
                staging.replace(path);
            } else {
                staging.deliver(path);
            }
            return new PublishedFile(path, ours);
        } catch (BindException e) {
            throw e;
        } catch (IOException e) {
            throw BindFailure.because(address, BindFailure.reason(e), e);
        }
    }

    /// Removes the file unless something else is there by now. Must run while it is open: its inode
    /// number cannot be given to another file until it is closed.
    void remove() throws IOException {
        if (isThere()) {
            Files.deleteIfExists(path);
        }
    }

    /// Whether it is still at its path.
    boolean isThere() throws IOException {
        var there = FileIdentity.of(path);
        return there.isPresent() && there.get().equals(identity);
    }
}
