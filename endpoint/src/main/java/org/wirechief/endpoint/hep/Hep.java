package org.wirechief.endpoint.hep;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Octets;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;

/// OpenSIPS' `proto_hep` as configured: collectors that doors may trace to. Immutable; each method
/// returns a changed copy and throws [ConfigError] for a value that cannot be.
///
/// ```java
/// Wirechief.builder()
///         .endpoint(Hep.to("[hep_dest]10.0.0.2:9060;transport=udp"))
///         .endpoint(MiDatagram.listening("udp:127.0.0.1:8080").traceDestination("hep_dest"))
/// ```
///
/// Tracing never delays a caller: what a collector does not take waits in a buffer of its own, and
/// beyond that it is dropped and counted.
public final class Hep implements Endpoint {
    /// How the configuration sets it.
    public static final ModuleDescription<Hep> MODULE =
            new ModuleDescription<>("proto_hep", new Hep(HepParameters.INITIAL), HepModule.PARAMETERS);

    private static final long HIGHEST_CAPTURE_ID = 0xFFFF_FFFFL;
    private static final int LONGEST_DELIMITER = 16;

    /// Each of its bytes may take six in JSON, and all of it must fit a datagram.
    private static final int LONGEST_REPLY = 8192;

    /// The longest packet fits, whatever is configured.
    private static final int FEWEST_KILOBYTES = 16;

    private static final int MOST_KILOBYTES = 1024 * 1024 - 1;

    private final HepParameters parameters;

    private Hep(HepParameters parameters) {
        this.parameters = parameters;
    }

    /// Sends to a collector (spec mi-text §11.1):
    /// `[name]host[:port][;transport=udp|tcp|tls][;version=1|2|3]`, port 9060, tcp and version 3
    /// unless it says otherwise.
    public static Hep to(String hepId) {
        return MODULE.initial().hepId(hepId);
    }

    /// Can send to this collector too.
    public Hep hepId(String hepId) {
        return with("proto_hep.hep_id", hepId);
    }

    /// The same by the name that manuals print for it.
    Hep traceDestination(String hepId) {
        return with("proto_hep.trace_destination", hepId);
    }

    private Hep with(String parameter, String text) {
        HepId id = HepIdReader.read(parameter, text);
        if (parameters.destinations().stream().anyMatch(other -> other.name().equals(id.name()))) {
            throw ConfigError.of(
                    parameter, text, "there is a destination [" + id.name() + "] already; choose another name");
        }
        return new Hep(parameters.sendingAlso(id));
    }

    /// What tells collectors who captured, 0 to 2^32-1, 1 at first; version 2 has 16 bits of it.
    public Hep captureId(long id) {
        if (id < 0 || id > HIGHEST_CAPTURE_ID) {
            throw ConfigError.of("proto_hep.hep_capture_id", id, "allowed are 0 to " + HIGHEST_CAPTURE_ID);
        }
        HepContent now = parameters.content();
        return with(new HepContent(id, now.homer5(), now.delimiter(), now.realProtocol(), now.replyMax()));
    }

    /// Whether payloads are parts with a delimiter, yes at first, or JSON.
    public Hep homer5(boolean on) {
        HepContent now = parameters.content();
        return with(new HepContent(now.captureId(), on, now.delimiter(), now.realProtocol(), now.replyMax()));
    }

    /// What stands between the parts of a payload, `:` at first.
    public Hep homer5Delimiter(String delimiter) {
        Octets octets = Octets.of(delimiter);
        if (octets.isEmpty() || octets.length() > LONGEST_DELIMITER) {
            throw ConfigError.of(
                    "proto_hep.homer5_delim", delimiter, "allowed are 1 to " + LONGEST_DELIMITER + " bytes");
        }
        HepContent now = parameters.content();
        return with(new HepContent(now.captureId(), now.homer5(), octets, now.realProtocol(), now.replyMax()));
    }

    /// Whether packets tell UDP for what came over UDP; at first they say TCP always, as the
    /// originals do.
    public Hep realProtocol(boolean on) {
        HepContent now = parameters.content();
        return with(new HepContent(now.captureId(), now.homer5(), now.delimiter(), on, now.replyMax()));
    }

    /// How many bytes of a reply are told, 128 at first as in the originals, at most 8192.
    public Hep replyMax(int bytes) {
        if (bytes < 0 || bytes > LONGEST_REPLY) {
            throw ConfigError.of("proto_hep.hep_reply_max", bytes, "allowed are 0 to " + LONGEST_REPLY + " bytes");
        }
        HepContent now = parameters.content();
        return with(new HepContent(now.captureId(), now.homer5(), now.delimiter(), now.realProtocol(), bytes));
    }

    private Hep with(HepContent content) {
        return new Hep(parameters.with(content));
    }

    /// Whose certificates collectors may have over TLS, a file with PEM or DER; at first those the
    /// Java platform trusts.
    public Hep caFile(String file) {
        if (file.isEmpty()) {
            throw ConfigError.of("proto_hep.hep_ca_file", "\"\"", "a file with certificates is needed");
        }
        try {
            return new Hep(parameters.withCaFile(Path.of(file)));
        } catch (InvalidPathException e) {
            throw ConfigError.of("proto_hep.hep_ca_file", file, "not a path");
        }
    }

    /// KB of copies that may wait for one collector, at least 16, 1024 at first; what comes on top
    /// is dropped and counted.
    public Hep buffer(int kilobytes) {
        if (kilobytes < FEWEST_KILOBYTES || kilobytes > MOST_KILOBYTES) {
            throw ConfigError.of(
                    "proto_hep.hep_buffer",
                    kilobytes,
                    "allowed are " + FEWEST_KILOBYTES + " to " + MOST_KILOBYTES + " KB");
        }
        return new Hep(parameters.withBuffer(kilobytes * 1024));
    }

    @Override
    public String module() {
        return LiveHep.MODULE;
    }

    @Override
    public LiveEndpoint in(Host host) {
        return new LiveHep(parameters, host);
    }
}
