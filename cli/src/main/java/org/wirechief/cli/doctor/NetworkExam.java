package org.wirechief.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Optional;
import org.wirechief.net.Address;

/// Looks at a TCP or UDP address: the name, and on this machine who waits at the port.
final class NetworkExam {
    private final Examination examination;
    private final KernelSockets sockets;

    NetworkExam(Examination examination, KernelSockets sockets) {
        this.examination = examination;
        this.sockets = sockets;
    }

    void look(Address address, boolean tcp) {
        try {
            InetAddress host = InetAddress.getByName(address.name());
            if (!host.getHostAddress().equals(address.name())) {
                examination.add(Finding.ok(address.name() + " is " + host.getHostAddress()));
            }
            if (isHere(host)) {
                port(address, host, tcp);
            } else {
                examination.add(Finding.note("that is another machine: a firewall in between shows as silence"));
            }
        } catch (UnknownHostException e) {
            examination.add(Finding.bad(
                    "the host name " + address.name() + " cannot be resolved", "getent hosts " + address.name()));
        }
    }

    private void port(Address address, InetAddress host, boolean tcp) {
        String protocol = tcp ? "TCP" : "UDP";
        Optional<KernelSockets.Inet> waiting = sockets.on(tcp, address.port());
        if (waiting.isEmpty()) {
            String other = tcp ? "UDP" : "TCP";
            if (sockets.on(!tcp, address.port()).isPresent()) {
                examination.add(Finding.bad(
                        "nobody waits on " + protocol + " port " + address.port() + ", but somebody does on " + other,
                        "chief doctor " + address.toString().replaceFirst("^\\w+", tcp ? "udp" : "tcp")));
            } else {
                examination.add(Finding.bad(
                        "nobody waits on " + protocol + " port " + address.port() + " of this machine",
                        "systemctl status kamailio opensips wirechief",
                        "chief doctor            (finds the doors of this host)"));
            }
        } else if (waiting.get().isLoopback() && !host.isLoopbackAddress()) {
            examination.add(Finding.bad(
                    "the server waits on the loopback address only",
                    "chief doctor " + address.toString().replace(address.name(), "127.0.0.1")));
        } else {
            examination.add(Finding.ok("a server waits on " + protocol + " port " + address.port()));
        }
    }

    private static boolean isHere(InetAddress host) {
        try {
            return host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
