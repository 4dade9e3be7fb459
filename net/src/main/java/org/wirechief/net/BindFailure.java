package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.LinuxException;

/// Says why an address cannot be bound, and what to do.
final class BindFailure {
    private BindFailure() {}

    /// `cannot bind <address>: <why>`.
    static BindException because(Address address, String why) {
        return new BindException("cannot bind " + address + ": " + why);
    }

    static BindException because(Address address, String why, Exception cause) {
        var failure = because(address, why + (isOutOfFiles(cause) ? "; raise the limit (ulimit -n, LimitNOFILE)" : ""));
        failure.initCause(cause);
        return failure;
    }

    /// What opens a door.
    interface Opening<T> {
        T open() throws IOException;
    }

    /// Opens the door of an address, which whatever keeps it from being opened names.
    static <T> T naming(Address address, Opening<T> door) throws IOException {
        try {
            return door.open();
        } catch (BindException e) {
            throw e;
        } catch (IOException e) {
            throw because(address, reason(e), e);
        }
    }

    /// Whether this process, or the system, has too many files open. The JDK says it in words only.
    static boolean isOutOfFiles(Exception cause) {
        return cause instanceof LinuxException linux
                ? linux.is(Errno.EMFILE) || linux.is(Errno.ENFILE)
                : String.valueOf(cause.getMessage()).contains("Too many open files");
    }

    /// The same failure, of an address that people call otherwise.
    static BindException renamed(BindException failure, Address address, String name) {
        String message = String.valueOf(failure.getMessage());
        var renamed = new BindException(message.replace("cannot bind " + address + ":", "cannot bind " + name + ":"));
        renamed.initCause(failure);
        return renamed;
    }

    static BindException unresolved(Address address, Exception cause) {
        return because(
                address,
                "the host name " + address.name() + " has no IPv4 address; correct it or write the address",
                cause);
    }

    /// The JDK has one exception for a port in use, a forbidden port and a foreign address; binding
    /// another port of the same host tells the last from the others.
    static BindException tcp(Address address, InetAddress host, BindException cause) {
        String said = String.valueOf(cause.getMessage());
        return port(address, host, said, said.contains("Permission denied"), cause);
    }

    /// The same of UDP.
    static BindException udp(Address address, InetAddress host, LinuxException cause) {
        String said = cause.is(Errno.EADDRINUSE) ? "Address already in use" : String.valueOf(cause.getMessage());
        return port(address, host, said, cause.is(Errno.EACCES), cause);
    }

    private static BindException port(
            Address address, InetAddress host, String said, boolean isForbidden, Exception cause) {
        if (!isLocal(host)) {
            return because(
                    address, host.getHostAddress() + " is not an address of this machine; choose one that is", cause);
        }
        if (isForbidden) {
            return because(address, self() + " may not use this port; choose one from 1024 up", cause);
        }
        return because(address, said + "; stop what listens there or choose another port", cause);
    }

    /// What the system said, without the paths of temporary files.
    static String reason(IOException error) {
        if (error instanceof FileSystemException file) {
            String text = file.getReason();
            return text != null ? text : file.getClass().getSimpleName();
        }
        return String.valueOf(error.getMessage());
    }

    /// The user of this process for a message, for example `uid 1000`.
    static String self() {
        try {
            int uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return "uid " + Integer.toUnsignedString(uid);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "this user";
        }
    }

    private static boolean isLocal(InetAddress host) {
        try (var probe = ServerSocketChannel.open()) {
            probe.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
