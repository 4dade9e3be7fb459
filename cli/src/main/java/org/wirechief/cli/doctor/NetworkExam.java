package org.wirechief.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
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
            List<InetAddress> hosts = List.of(InetAddress.getAllByName(address.name()));
            String all = hosts.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
            if (!all.equals(address.name())) {
                examination.add(Finding.ok(address.name() + " is " + all));
            }
            if (hosts.stream().anyMatch(NetworkExam::isHere)) {
                port(address, hosts, tcp);
            } else {
                examination.add(Finding.note("that is another machine: a firewall in between shows as silence"));
            }
        } catch (UnknownHostException e) {
            examination.add(Finding.bad(
                    "the host name " + address.name() + " cannot be resolved", "getent hosts " + address.name()));
        }
    }

    private void port(Address address, List<InetAddress> hosts, boolean tcp) {
        String port = (tcp ? "TCP" : "UDP") + " port " + address.port();
        List<KernelSockets.Inet> waiting = sockets.on(tcp, address.port());
        if (waiting.stream().anyMatch(socket -> hosts.stream().anyMatch(socket::takes))) {
            examination.add(Finding.ok("a server waits on " + port));
        } else if (waiting.isEmpty()) {
            nobody(address, tcp, port);
        } else {
            List<String> doors =
                    waiting.stream().map(KernelSockets.Inet::door).distinct().toList();
            examination.add(Finding.bad(
                    "on " + port + " a server waits at another address only: " + String.join(", ", doors),
                    doors.stream().map(door -> "chief doctor " + door).toList()));
        }
    }

    private void nobody(Address address, boolean tcp, String port) {
        if (sockets.on(!tcp, address.port()).isEmpty()) {
            examination.add(Finding.bad("nobody waits on " + port + " of this machine", Remedy.STATUS, Remedy.DOORS));
        } else {
            examination.add(Finding.bad(
                    "nobody waits on " + port + ", but somebody does on " + (tcp ? "UDP" : "TCP"),
                    "chief doctor " + address.toString().replaceFirst("^\\w+", tcp ? "udp" : "tcp")));
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
