package org.wirechief.net.linux;

/// What the kernel knows of what one socket has sent and nobody has received yet.
interface Receivers {
    /// All of it in bytes, by the kernel's count.
    int unreceived();

    /// Finds the sockets that have something unread, from whomever.
    ///
    /// @return 0; a negative error number when the kernel does not tell, and none are found
    int list(UnreadSockets into);

    /// Whether a socket that was listed still has something unread; false when it is gone.
    boolean hasUnread(ListedSocket socket);
}
