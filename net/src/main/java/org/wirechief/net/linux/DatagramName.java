package org.wirechief.net.linux;

import java.lang.foreign.MemorySegment;

/// The address of a datagram socket as the kernel knows it. Immutable.
public sealed interface DatagramName permits UnixName, IpName {
    /// Room for the longest address the kernel writes: a `sockaddr_un` and one NUL more.
    int SOCKADDR_SIZE = 112;

    /// Whether something can be sent there.
    boolean isNamed();

    /// Writes it for the kernel.
    ///
    /// @param at where in the memory, with room for [#SOCKADDR_SIZE]
    /// @return the length of the address
    int write(MemorySegment memory, long at);

    /// Reads what the kernel wrote.
    ///
    /// @param length as the kernel gave it; 0 for a Unix socket without a name
    static DatagramName read(MemorySegment sockaddr, int length) {
        return IpName.isOne(sockaddr, length) ? IpName.read(sockaddr) : UnixName.read(sockaddr, length);
    }
}
