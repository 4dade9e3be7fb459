package org.wirechief.wire.hep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirechief.core.Octets;

/// What is told of a request or a reply of the management plane, in named parts. Empty parts do not
/// exist.
///
/// ```java
/// HepPayload said = HepPayload.request(Octets.of("which"), Octets.of("datagram"), parameters);
/// Octets payload = HepForm.DELIMITED.write(said);
/// ```
public record HepPayload(List<Part> parts) {
    /// One part, `command`, `backend`, `parameters`, `code`, `reason` or `reply`.
    public record Part(String name, Octets text) {}

    public HepPayload {
        parts = parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    /// A request, in both dialects.
    ///
    /// @param backend where it came in: `fifo`, `datagram`, `json` (over HTTP)
    /// @param parameters as [HepParameters] joins them
    public static HepPayload request(Octets command, Octets backend, Octets parameters) {
        return new HepPayload(List.of(
                new Part("command", command), new Part("backend", backend), new Part("parameters", parameters)));
    }

    /// A reply of the text dialect of 2.4 (spec mi-text §11.3).
    ///
    /// @param reply the datagram with its status line; the reference cuts it at 128 bytes
    public static HepPayload reply(int code, Octets reason, Octets reply) {
        return new HepPayload(List.of(
                new Part("code", Octets.of(Integer.toString(code))),
                new Part("reason", reason),
                new Part("reply", reply)));
    }

    /// A reply of 3.x (spec mi-json §14).
    ///
    /// @param reply its text; the reference cuts it at 128 bytes
    public static HepPayload reply(Octets reply) {
        return new HepPayload(List.of(new Part("reply", reply)));
    }

    /// Reads what a packet carries, in whichever form it is. The delimited form does not say where
    /// its parts end: a code is three digits, a backend one of those OpenSIPS and Kamailio have,
    /// and what has neither is a reply.
    ///
    /// @param delimiter what stands between parts, not empty
    public static HepPayload read(Octets payload, Octets delimiter) {
        return HepPayloadReader.read(payload, delimiter);
    }

    /// The part of that name.
    public Optional<Octets> part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::text)
                .findFirst();
    }

    /// Whether this is a request.
    public boolean isRequest() {
        return Stream.of("command", "backend").anyMatch(name -> part(name).isPresent());
    }
}
