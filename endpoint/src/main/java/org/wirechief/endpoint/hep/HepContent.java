package org.wirechief.endpoint.hep;

import org.wirechief.core.Octets;

/// What packets tell.
///
/// @param captureId who captured, 32 bits
/// @param homer5 whether payloads are delimited; else they are JSON
/// @param delimiter what stands between the parts of a payload
/// @param realProtocol whether the IP protocol is told as it is; else it is always TCP, as the
///     originals have it
/// @param replyMax bytes of a reply that are told
record HepContent(long captureId, boolean homer5, Octets delimiter, boolean realProtocol, int replyMax) {
    static final HepContent INITIAL = new HepContent(1, true, Octets.of(":"), false, 128);
}
