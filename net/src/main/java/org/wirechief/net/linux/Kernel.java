package org.wirechief.net.linux;

/// Numbers of the Linux kernel's interface, under the kernel's names. They are the same on x86-64
/// and aarch64 but for the ones that ask; other architectures have others, so nothing works there.
final class Kernel {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;

    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_PASSCRED = 16;
    static final int SO_RCVTIMEO = 20;
    static final int SO_SNDBUFFORCE = 32;
    static final int SCM_CREDENTIALS = 2;
    static final int IPPROTO_IP = 0;
    static final int IPPROTO_IPV6 = 41;
    static final int IP_TOS = 1;
    static final int IPV6_V6ONLY = 26;
    static final int IP_MULTICAST_ALL = 49;
    static final int IPV6_MULTICAST_ALL = 29;
    static final int IPV6_TCLASS = 67;
    /// Bytes a socket has sent that were not received yet.
    static final int SIOCOUTQ = 0x5411;

    /// Bytes in a pipe that were not read yet.
    static final int FIONREAD = 0x541B;

    static final int MSG_TRUNC = 0x20;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;
    static final int MSG_WAITFORONE = 0x10000;

    static final int POLLIN = 1;
    static final int POLLPRI = 2;
    static final int POLLOUT = 4;
    static final int POLLERR = 8;

    static final int EFD_NONBLOCK = 0x800;
    static final int EFD_CLOEXEC = 0x80000;

    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int O_PATH = 0x200000;
    static final int O_NOFOLLOW = noFollow(System.getProperty("os.arch"));

    static final int AT_FDCWD = -100;
    static final int AT_SYMLINK_NOFOLLOW = 0x100;
    static final int AT_EMPTY_PATH = 0x1000;
    static final int STATX_BASIC_STATS = 0x7ff;

    static final int IN_NONBLOCK = 0x800;
    static final int IN_CLOEXEC = 0x80000;
    /// Mode, owner, times or the number of names changed, of a directory or of what is in it too.
    static final int IN_ATTRIB = 4;
    static final int IN_DELETE_SELF = 0x400;
    static final int IN_MOVE_SELF = 0x800;
    static final int IN_ONLYDIR = 0x1000000;
    static final int IN_DONT_FOLLOW = 0x2000000;

    /// Of ext2 and ext3 too.
    static final int EXT4_SUPER_MAGIC = 0xef53;

    static final int XFS_SUPER_MAGIC = 0x58465342;
    static final int BTRFS_SUPER_MAGIC = 0x9123683e;
    static final int F2FS_SUPER_MAGIC = 0xf2f52010;
    static final int TMPFS_MAGIC = 0x01021994;
    static final int RAMFS_MAGIC = 0x858458f6;
    static final int OVERLAYFS_SUPER_MAGIC = 0x794c7630;
    static final int SQUASHFS_MAGIC = 0x73717368;
    static final int EROFS_SUPER_MAGIC_V1 = 0xe0f5e1e2;

    private Kernel() {}

    static int noFollow(String architecture) {
        return architecture.equals("aarch64") ? 0x8000 : 0x20000;
    }

    static void requireKnown() {
        requireKnown(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void requireKnown(String system, String architecture) {
        if (!system.equals("Linux") || !(architecture.equals("amd64") || architecture.equals("aarch64"))) {
            throw new UnsupportedOperationException(
                    "datagram sockets and FIFOs need Linux on x86-64 or aarch64, and this is " + system + " on "
                            + architecture + "; use unixs or tcp");
        }
    }
}
