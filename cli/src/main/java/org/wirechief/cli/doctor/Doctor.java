package org.wirechief.cli.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.NodeScheme;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.FileKind;
import org.wirechief.net.Transport;

/// Examines addresses.
///
/// @param connecting how long to wait for an answer, and where reply FIFOs are made
record Doctor(Self self, KernelSockets sockets, ConnectOptions connecting) {
    private static final Path TMP = Path.of("/tmp/");

    /// Looks at one address.
    ///
    /// @throws UsageError when it is none
    Examination examine(String node) throws UsageError {
        try {
            var examination = new Examination(node);
            NodeScheme scheme = NodeScheme.of(node);
            String rest = scheme.rest(node);
            switch (scheme) {
                case MI_FIFO -> miFifo(examination, node, Path.of(rest));
                case CTL_FIFO -> ctlFifo(examination, node, Path.of(rest));
                case MI, MI_TEXT, MI_JSON -> mi(examination, node, Address.parse(rest, AddressRules.MI_DATAGRAM));
                case BINRPC -> binrpc(examination, node, Address.parse(rest, AddressRules.CTL_CLIENT));
            }
            return examination;
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /// Looks at a door that was found, in each language it may speak.
    ///
    /// @return empty when it seems to be none
    Optional<Examination> examineFound(Door door) {
        Examination first = examineNamed(door.address());
        if (first.exit() != ExitCode.TIMEOUT || door.otherwise().isEmpty()) {
            return door.presumed() && first.isHopeless() ? Optional.empty() : Optional.of(first);
        }
        List<Examination> tried = new ArrayList<>(List.of(first));
        for (String address : door.otherwise()) {
            Examination other = examineNamed(address);
            if (!other.isHopeless()) {
                return Optional.of(other);
            }
            tried.add(other);
        }
        return door.presumed()
                ? Optional.empty()
                : Optional.of(new Unanswered(door, tried, connecting.deadline()).together());
    }

    /// Whoever made it gave it its name, which need not be one that calls can say.
    private Examination examineNamed(String node) {
        try {
            return examine(node);
        } catch (UsageError e) {
            var examination = new Examination(node);
            examination.add(Finding.bad(
                    String.valueOf(e.getMessage()), "in the server's configuration: another name for this door"));
            return examination;
        }
    }

    private Path replies() {
        return Objects.requireNonNullElse(connecting.replyDirectory(), TMP);
    }

    private void miFifo(Examination examination, String node, Path fifo) {
        new FifoExam(examination, self).look(fifo, replies());
        ask(
                examination,
                node,
                "version",
                "modparam(\"mi_fifo\", \"reply_dir\", \"DIR/\") and chief --reply-dir DIR: the same",
                "chief doctor " + NodeScheme.CTL_FIFO.word() + fifo + "   (if the server is a Kamailio)");
    }

    private void ctlFifo(Examination examination, String node, Path fifo) {
        // where answers come through is a matter of the protocol
        new FifoExam(examination, self).look(fifo, TMP);
        String remedy = "chief doctor " + NodeScheme.MI_FIFO.word() + fifo + "   (if the server is an OpenSIPS)";
        ask(examination, node, "core.version", remedy);
    }

    /// A path is that of a socket or of a FIFO.
    private void mi(Examination examination, String node, Address address) {
        boolean local = address.transport() == Transport.UNIX_DATAGRAM;
        if (local && FileKind.isFifo(Path.of(address.name()))) {
            miFifo(examination, node, Path.of(address.name()));
        } else {
            way(examination, address);
            ask(examination, node, "version");
        }
    }

    private void binrpc(Examination examination, String node, Address address) {
        way(examination, address);
        ask(examination, node, "core.version");
        if (examination.isHopeless() && address.transport().isStream()) {
            new OtherLanguage(examination, connecting).guess(address);
        }
    }

    private void way(Examination examination, Address address) {
        switch (address.transport()) {
            case UNIX_STREAM -> new UnixExam(examination, self, sockets).look(address, true);
            case UNIX_DATAGRAM -> new UnixExam(examination, self, sockets).look(address, false);
            case TCP -> new NetworkExam(examination, sockets).look(address, true);
            case UDP -> new NetworkExam(examination, sockets).look(address, false);
            case FIFO -> new FifoExam(examination, self).look(Path.of(address.name()), replies());
        }
    }

    /// @param remedies of a FIFO through which no answer comes
    private void ask(Examination examination, String node, String question, String... remedies) {
        if (!examination.isHopeless()) {
            new Greeting(examination, connecting).ask(node, question, remedies);
        }
    }
}
