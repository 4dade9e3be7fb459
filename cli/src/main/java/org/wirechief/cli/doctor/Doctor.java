package org.wirechief.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.ConnectOptions;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.Transport;

/// Examines addresses.
///
/// @param connecting how long to wait for an answer, and where reply FIFOs are made
record Doctor(Self self, KernelSockets sockets, ConnectOptions connecting) {
    private static final Path TMP = Path.of("/tmp/");
    private static final String FIFO = "fifo:";
    private static final String CTL_FIFO = "ctlfifo:";
    private static final List<String> MI = List.of("mi:json:", "mi:text:", "mi:");

    /// Looks at one address.
    ///
    /// @throws UsageError when it is none
    Examination examine(String node) throws UsageError {
        try {
            var examination = new Examination(node);
            Optional<String> mi = MI.stream().filter(node::startsWith).findFirst();
            if (node.startsWith(FIFO)) {
                fifo(examination, Path.of(node.substring(FIFO.length())), replies());
                ask(examination, node, "version");
            } else if (node.startsWith(CTL_FIFO)) {
                // where answers come through is a matter of the protocol
                fifo(examination, Path.of(node.substring(CTL_FIFO.length())), TMP);
                ask(examination, node, "core.version");
            } else if (mi.isPresent()) {
                mi(examination, Address.parse(node.substring(mi.get().length()), AddressRules.MI_DATAGRAM));
                ask(examination, node, "version");
            } else {
                Address address = Address.parse(node, AddressRules.CTL_CLIENT);
                way(examination, address);
                ask(examination, node, "core.version");
                if (examination.isHopeless() && address.transport().isStream()) {
                    new Greeting(examination, connecting).guess(address);
                }
            }
            return examination;
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private Path replies() {
        return Objects.requireNonNullElse(connecting.replyDirectory(), TMP);
    }

    private void fifo(Examination examination, Path fifo, Path replies) {
        new FifoExam(examination, self).look(fifo, replies);
    }

    /// A path is that of a socket or of a FIFO.
    private void mi(Examination examination, Address address) {
        boolean local = address.transport() == Transport.UNIX_DATAGRAM;
        if (local && FileFacts.isFifo(Path.of(address.name()))) {
            fifo(examination, Path.of(address.name()), replies());
        } else {
            way(examination, address);
        }
    }

    private void way(Examination examination, Address address) {
        switch (address.transport()) {
            case UNIX_STREAM -> new UnixExam(examination, self, sockets).look(address, true);
            case UNIX_DATAGRAM -> new UnixExam(examination, self, sockets).look(address, false);
            case TCP -> new NetworkExam(examination, sockets).look(address, true);
            case UDP -> new NetworkExam(examination, sockets).look(address, false);
            case FIFO -> fifo(examination, Path.of(address.name()), replies());
        }
    }

    private void ask(Examination examination, String node, String question) {
        if (!examination.isHopeless()) {
            new Greeting(examination, connecting).ask(node, question);
        }
    }
}
