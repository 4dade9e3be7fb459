package org.wirechief.net.linux;

/// Numbers of the Linux kernel's interface, under the kernel's names. Those here are the same on
/// x86-64 and aarch64; other architectures have others for some of them, so nothing works there.
final class Kernel {
    static final int AF_UNIX = 1;
    static final int AF_NETLINK = 16;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;

    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_PASSCRED = 16;
    static final int SO_SNDBUFFORCE = 32;
    static final int SCM_CREDENTIALS = 2;
    /// Bytes a socket has sent that were not received yet.
    static final int SIOCOUTQ = 0x5411;

    static final int MSG_TRUNC = 0x20;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;

    static final int POLLIN = 1;
    static final int POLLOUT = 4;

    static final int EFD_NONBLOCK = 0x800;
    static final int EFD_CLOEXEC = 0x80000;

    private Kernel() {}

    static void requireKnown() {
        requireKnown(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void requireKnown(String system, String architecture) {
        if (!system.equals("Linux") || !(architecture.equals("amd64") || architecture.equals("aarch64"))) {
            throw new UnsupportedOperationException(
                    "Unix datagram sockets need Linux on x86-64 or aarch64, and this is " + system + " on "
                            + architecture + "; use unixs, tcp or udp");
        }
    }
}
