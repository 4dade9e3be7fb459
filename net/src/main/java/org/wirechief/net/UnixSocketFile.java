package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file of a listening Unix socket: brought to its path in one step, removed only if it is
/// still ours.
///
/// The socket is bound inside a fresh directory only this user may enter, gets its mode and owner
/// there and is then moved to its path, so nobody ever sees it with others. See
/// [StagingDirectory] for what happens when two servers start at once.
///
/// @param path where clients find it
/// @param identity what was put there
record UnixSocketFile(Path path, FileIdentity identity) {

    /// Binds a socket at the address it is given and listens.
    interface Binder {
        void bind(SocketAddress temporary) throws IOException;
    }

    /// Binds a socket so that it appears at the address's path.
    ///
    /// @throws BindException saying what is wrong, where, and what to do
    static UnixSocketFile publish(Address address, FileAccess access, Binder binder) throws IOException {
        Path path = SocketPath.of(address);
        var owner = FileOwner.lookUp(address, access);
        boolean stale = SocketProbe.requireStaleOrNothing(path, address);
        try (var staging = StagingDirectory.beside(path, address)) {
            binder.bind(UnixDomainSocketAddress.of(staging.socket()));
            owner.applyTo(staging.socket());
            var ours = FileIdentity.require(staging.socket());
            if (stale) {
                staging.replace(path);
            } else {
                staging.deliver(path);
            }
            return new UnixSocketFile(path, ours);
        } catch (BindException e) {
            throw e;
        } catch (IOException e) {
            throw BindFailure.because(address, BindFailure.reason(e), e);
        }
    }

    /// Removes the file unless something else is there by now. Must run while the socket is open:
    /// its inode number cannot be given to another file until it is closed.
    void remove() throws IOException {
        var there = FileIdentity.of(path);
        if (there.isPresent() && there.get().equals(identity)) {
            Files.deleteIfExists(path);
        }
    }
}
