package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/// A Unix datagram socket, never blocking, closed in child processes. Not safe for use by several
/// threads at once, except that one may send while another receives; whoever uses it brings the
/// [Libc] of the own thread.
public final class UnixDatagramSocket {
    private final int fd;
    private boolean open = true;

    private UnixDatagramSocket(int fd) {
        this.fd = fd;
    }

    /// A new socket without a name.
    ///
    /// @throws LinuxException if there is none to have
    public static UnixDatagramSocket open(Libc libc) throws LinuxException {
        int type = Kernel.SOCK_DGRAM | Kernel.SOCK_CLOEXEC | Kernel.SOCK_NONBLOCK;
        return new UnixDatagramSocket(LinuxException.check("socket", libc.socket(Kernel.AF_UNIX, type, 0)));
    }

    /// Has every datagram come with its sender's credentials from here on; to be called before the
    /// socket can be found. A socket without a name gets an abstract one when it sends.
    public void askForCredentials(Libc libc) throws LinuxException {
        set(libc, "SO_PASSCRED", Kernel.SO_PASSCRED, 1);
    }

    /// Gives the socket a name; [UnixName#NONE] lets the kernel choose a free abstract one.
    ///
    /// @throws LinuxException saying why not
    public void bind(Libc libc, UnixName name) throws LinuxException {
        var address = libc.allocate(UnixName.SOCKADDR_SIZE);
        LinuxException.check("bind", libc.bind(fd, address, name.write(address)));
    }

    /// From here on sends there, and receives from there only: the kernel refuses everybody else.
    ///
    /// @throws LinuxException saying why not; ECONNREFUSED if no process has that socket open
    public void connect(Libc libc, UnixName name) throws LinuxException {
        var address = libc.allocate(UnixName.SOCKADDR_SIZE);
        LinuxException.check("connect", libc.connect(fd, address, name.write(address)));
    }

    /// The name receivers of its datagrams see.
    public UnixName name(Libc libc) throws LinuxException {
        var address = libc.allocate(UnixName.SOCKADDR_SIZE);
        var length = libc.allocate(Integer.BYTES);
        length.set(JAVA_INT, 0, UnixName.SOCKADDR_SIZE);
        LinuxException.check("getsockname", libc.getsockname(fd, address, length));
        return UnixName.read(address, length.get(JAVA_INT, 0));
    }

    /// Asks for room for what is sent and not yet received; beyond it nothing can be sent to
    /// anybody. Root gets it, others at most what the system allows everybody
    /// (`net.core.wmem_max`).
    ///
    /// @return the bytes there are, by the kernel's count, in which a short datagram is 768
    public int sendBuffer(Libc libc, int bytes) throws LinuxException {
        var value = libc.allocate(Integer.BYTES);
        value.set(JAVA_INT, 0, bytes);
        if (libc.setsockopt(fd, Kernel.SOL_SOCKET, Kernel.SO_SNDBUFFORCE, value) < 0) {
            set(libc, "SO_SNDBUF", Kernel.SO_SNDBUF, bytes);
        }
        var length = libc.allocate(Integer.BYTES);
        length.set(JAVA_INT, 0, Integer.BYTES);
        LinuxException.check("getsockopt", libc.getsockopt(fd, Kernel.SOL_SOCKET, Kernel.SO_SNDBUF, value, length));
        return value.get(JAVA_INT, 0);
    }

    /// Bytes that were sent and not yet received, by the kernel's count.
    int unreceived(Libc libc) {
        int answer = libc.ioctl(fd, Kernel.SIOCOUTQ, libc.scratch());
        return answer < 0 ? 0 : libc.scratch().get(JAVA_INT, 0);
    }

    /// Receives what is there.
    ///
    /// @return the number of datagrams, or an error number negated; EAGAIN when there are none
    public int receive(ReceiveBatch batch) {
        return batch.receive(fd);
    }

    /// Sends datagrams in order until one cannot be sent.
    ///
    /// @param from the first of the batch, inclusive
    /// @param to the last of the batch, exclusive
    /// @return how many were sent; if not even the first, its error number negated
    public int send(SendBatch batch, int from, int to) {
        return batch.send(fd, from, to);
    }

    int fd() {
        return fd;
    }

    /// Closes it. Calling again does nothing.
    public void close(Libc libc) {
        if (open) {
            open = false;
            libc.close(fd);
        }
    }

    private void set(Libc libc, String text, int option, int value) throws LinuxException {
        var memory = libc.allocate(Integer.BYTES);
        memory.set(JAVA_INT, 0, value);
        LinuxException.check("setsockopt " + text, libc.setsockopt(fd, Kernel.SOL_SOCKET, option, memory));
    }
}
