package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.time.Duration;

/// A Unix or UDP datagram socket, closed in child processes. Nothing here waits but
/// [#receiveSoon(ReceiveBatch)]. Not safe for use by several threads at once, except that one may
/// send while another receives; whoever uses it brings the [Libc] of the own thread.
public final class LinuxDatagramSocket {
    /// IPTOS_LOWDELAY (spec ctl §6).
    private static final int LOW_DELAY = 0x10;

    private final Descriptor descriptor;

    private LinuxDatagramSocket(int fd) {
        this.descriptor = new Descriptor(fd);
    }

    /// A new Unix socket without a name.
    ///
    /// @throws LinuxException if there is none to have
    public static LinuxDatagramSocket unix(Libc libc) throws LinuxException {
        return open(libc, Kernel.AF_UNIX);
    }

    /// A new UDP socket without a port, for packets with little delay.
    ///
    /// @param isSix for IPv6, and where it is bound to all addresses for IPv4 too
    /// @throws LinuxException if there is none to have
    public static LinuxDatagramSocket udp(Libc libc, boolean isSix) throws LinuxException {
        var socket = open(libc, isSix ? Kernel.AF_INET6 : Kernel.AF_INET);
        try {
            socket.set(libc, "IP_TOS", Kernel.IPPROTO_IP, Kernel.IP_TOS, LOW_DELAY);
            // or groups that other programs join would come here too
            socket.set(libc, "IP_MULTICAST_ALL", Kernel.IPPROTO_IP, Kernel.IP_MULTICAST_ALL, 0);
            if (isSix) {
                socket.set(libc, "IPV6_TCLASS", Kernel.IPPROTO_IPV6, Kernel.IPV6_TCLASS, LOW_DELAY);
                socket.set(libc, "IPV6_MULTICAST_ALL", Kernel.IPPROTO_IPV6, Kernel.IPV6_MULTICAST_ALL, 0);
                // whatever the system's default is
                socket.set(libc, "IPV6_V6ONLY", Kernel.IPPROTO_IPV6, Kernel.IPV6_V6ONLY, 0);
            }
            return socket;
        } catch (LinuxException e) {
            socket.close(libc);
            throw e;
        }
    }

    private static LinuxDatagramSocket open(Libc libc, int family) throws LinuxException {
        int type = Kernel.SOCK_DGRAM | Kernel.SOCK_CLOEXEC;
        return new LinuxDatagramSocket(LinuxException.check("socket", libc.socket(family, type, 0)));
    }

    /// Has every datagram come with its sender's credentials from here on; to be called before the
    /// socket can be found. A socket without a name gets an abstract one when it sends.
    public void askForCredentials(Libc libc) throws LinuxException {
        set(libc, "SO_PASSCRED", Kernel.SOL_SOCKET, Kernel.SO_PASSCRED, 1);
    }

    /// Gives the socket a name; for [UnixName#NONE] the kernel chooses a free abstract one, for
    /// port 0 a free port.
    ///
    /// @throws LinuxException saying why not
    public void bind(Libc libc, DatagramName name) throws LinuxException {
        var address = libc.allocate(DatagramName.SOCKADDR_SIZE);
        LinuxException.check("bind", libc.bind(fd(), address, name.write(address, 0)));
    }

    /// From here on sends there, and receives from there only: the kernel refuses everybody else.
    ///
    /// @throws LinuxException saying why not; ECONNREFUSED if no process has that socket open
    public void connect(Libc libc, DatagramName name) throws LinuxException {
        var address = libc.allocate(DatagramName.SOCKADDR_SIZE);
        LinuxException.check("connect", libc.connect(fd(), address, name.write(address, 0)));
    }

    /// The name receivers of its datagrams see.
    public DatagramName name(Libc libc) throws LinuxException {
        var address = libc.allocate(DatagramName.SOCKADDR_SIZE);
        var length = libc.allocate(Integer.BYTES);
        length.set(JAVA_INT, 0, DatagramName.SOCKADDR_SIZE);
        LinuxException.check("getsockname", libc.getsockname(fd(), address, length));
        return DatagramName.read(address, length.get(JAVA_INT, 0));
    }

    /// Asks for room for what is sent and not yet received; beyond it nothing can be sent to
    /// anybody. Root gets it, others at most what the system allows everybody
    /// (`net.core.wmem_max`).
    ///
    /// @return the bytes there are, by the kernel's count, in which a short datagram is 768
    public int sendBuffer(Libc libc, int bytes) throws LinuxException {
        var value = libc.allocate(Integer.BYTES);
        value.set(JAVA_INT, 0, bytes);
        if (libc.setsockopt(fd(), Kernel.SOL_SOCKET, Kernel.SO_SNDBUFFORCE, value) < 0) {
            set(libc, "SO_SNDBUF", Kernel.SOL_SOCKET, Kernel.SO_SNDBUF, bytes);
        }
        var length = libc.allocate(Integer.BYTES);
        length.set(JAVA_INT, 0, Integer.BYTES);
        LinuxException.check("getsockopt", libc.getsockopt(fd(), Kernel.SOL_SOCKET, Kernel.SO_SNDBUF, value, length));
        return value.get(JAVA_INT, 0);
    }

    /// Asks for room for what has come and was not taken; the system gives at most
    /// `net.core.rmem_max`.
    public void receiveBuffer(Libc libc, int bytes) throws LinuxException {
        set(libc, "SO_RCVBUF", Kernel.SOL_SOCKET, Kernel.SO_RCVBUF, bytes);
    }

    /// How long [#receiveSoon(ReceiveBatch)] waits; without limit until this is called.
    public void patience(Libc libc, Duration time) throws LinuxException {
        var value = libc.allocate(2 * Long.BYTES); // struct timeval
        value.set(JAVA_LONG, 0, time.toSeconds());
        value.set(JAVA_LONG, Long.BYTES, time.toNanosPart() / 1000);
        int answer = libc.setsockopt(fd(), Kernel.SOL_SOCKET, Kernel.SO_RCVTIMEO, value);
        LinuxException.check("setsockopt SO_RCVTIMEO", answer);
    }

    /// Bytes that were sent and not yet received, by the kernel's count.
    int unreceived(Libc libc) {
        int answer = libc.ioctl(fd(), Kernel.SIOCOUTQ, libc.scratch());
        return answer < 0 ? 0 : libc.scratch().get(JAVA_INT, 0);
    }

    /// Receives what is there.
    ///
    /// @return the number of datagrams, or an error number negated; EAGAIN when there are none
    public int receive(ReceiveBatch batch) {
        return batch.receive(fd(), Kernel.MSG_DONTWAIT);
    }

    /// Receives what is there, and waits for the first: one call where looking, waiting and
    /// receiving would be three.
    ///
    /// @return the number of datagrams, or an error number negated; EAGAIN when none came in time
    public int receiveSoon(ReceiveBatch batch) {
        return batch.receive(fd(), Kernel.MSG_WAITFORONE);
    }

    /// Sends datagrams in order until one cannot be sent.
    ///
    /// @param from the first of the batch, inclusive
    /// @param to the last of the batch, exclusive
    /// @return how many were sent; if not even the first, its error number negated
    public int send(SendBatch batch, int from, int to) {
        return batch.send(fd(), from, to);
    }

    int fd() {
        return descriptor.fd();
    }

    /// Closes it. Calling again does nothing.
    public void close(Libc libc) {
        descriptor.close(libc);
    }

    private void set(Libc libc, String text, int level, int option, int value) throws LinuxException {
        var memory = libc.allocate(Integer.BYTES);
        memory.set(JAVA_INT, 0, value);
        LinuxException.check("setsockopt " + text, libc.setsockopt(fd(), level, option, memory));
    }
}
