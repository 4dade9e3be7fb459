/// HEP, how copies of an exchange are sent to a capture server: packets of versions 1, 2 and 3 to
/// records and back, and what OpenSIPS puts into them when it traces its management plane.
///
/// Knows no sockets, files, threads, clocks or configuration. Layouts follow `spec mi-json §14`
/// and `spec mi-text §11`; where the reference servers lose something (half of an IPv6 address,
/// the IP protocol) the records hold the whole.
///
/// Start reading at [org.wirechief.wire.hep.HepPacket]; [org.wirechief.wire.hep.HepPayload] is
/// what an exchange looks like inside of one.
@NullMarked
package org.wirechief.wire.hep;

import org.jspecify.annotations.NullMarked;
