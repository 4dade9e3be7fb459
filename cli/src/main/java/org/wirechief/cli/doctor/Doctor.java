package org.wirechief.cli.doctor;

import java.nio.file.Path;
import java.time.Duration;
import org.wirechief.cli.command.UsageError;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;

/// Examines addresses.
///
/// @param timeout for an answer
/// @param replies where reply FIFOs are made
record Doctor(Self self, KernelSockets sockets, Duration timeout, Path replies) {
    private static final String MI = "mi:";
    private static final String FIFO = "fifo:";
    private static final String CTL_FIFO = "ctlfifo:";

    /// Looks at one address.
    ///
    /// @throws UsageError when it is none
    Examination examine(String node) throws UsageError {
        try {
            var examination = new Examination(node);
            if (node.startsWith(FIFO) || node.startsWith(CTL_FIFO)) {
                Path fifo = Path.of(node.substring(node.indexOf(':') + 1));
                new FifoExam(examination, self).look(fifo, replies);
                ask(examination, node, node.startsWith(FIFO) ? "version" : "core.version");
            } else if (node.startsWith(MI)) {
                way(examination, Address.parse(node.substring(MI.length()), AddressRules.MI_DATAGRAM));
                ask(examination, node, "version");
            } else {
                Address address = Address.parse(node, AddressRules.CTL_CLIENT);
                way(examination, address);
                ask(examination, node, "core.version");
                if (examination.isHopeless() && address.transport().isStream()) {
                    new Greeting(examination, timeout).guess(address);
                }
            }
            return examination;
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private void way(Examination examination, Address address) {
        switch (address.transport()) {
            case UNIX_STREAM -> new UnixExam(examination, self, sockets).look(address, true);
            case UNIX_DATAGRAM -> new UnixExam(examination, self, sockets).look(address, false);
            case TCP -> new NetworkExam(examination, sockets).look(address, true);
            case UDP -> new NetworkExam(examination, sockets).look(address, false);
            case FIFO -> new FifoExam(examination, self).look(Path.of(address.name()), replies);
        }
    }

    private void ask(Examination examination, String node, String question) {
        if (!examination.isHopeless()) {
            new Greeting(examination, timeout).ask(node, question);
        }
    }
}
