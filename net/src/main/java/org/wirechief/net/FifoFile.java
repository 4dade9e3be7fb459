package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirechief.net.linux.FileStatus;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;

/// A request FIFO at its path, and open.
///
/// @param file what is at the path
/// @param pipe the open FIFO
/// @param made what the kernel said about it then
record FifoFile(PublishedFile file, NamedPipe pipe, FileStatus made) {

    /// Makes the FIFO of an address, with its mode and owner.
    ///
    /// @param probe says whether what is there may be replaced
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    static FifoFile create(Libc libc, Address address, FileAccess access, PathProbe probe) throws IOException {
        List<NamedPipe> made = new ArrayList<>(1);
        try {
            var file = PublishedFile.publish(
                    address, access, probe, temporary -> made.add(NamedPipe.create(libc, place(libc, temporary))));
            NamedPipe pipe = made.getFirst();
            return new FifoFile(file, pipe, pipe.status(libc));
        } catch (IOException | RuntimeException e) {
            made.forEach(pipe -> pipe.close(libc));
            throw e;
        }
    }

    /// Whether its path still leads to it, and it still belongs to the one it was given to.
    ///
    /// @param place its path
    boolean isIntact(Libc libc, NativePath place) throws IOException {
        Optional<FileStatus> there = FileStatus.of(libc, place);
        return there.isPresent() && there.get().isSameFile(made) && there.get().owner() == made.owner();
    }

    private static NativePath place(Libc libc, Path path) {
        return NativePath.passing(libc, UnixPaths.bytes(path.toString()));
    }
}
