/// The doors of a server: what all documented modules (`ctl`, `mi_datagram`, ...) have in common,
/// so that a server opens, lists and closes them without knowing any. Each module is a package
/// below this one: a parameter record, a codec and a transport put together.
///
/// Must not know: other endpoints, the insides of the transports. Start reading at
/// [org.wirechief.endpoint.Endpoint].
@NullMarked
package org.wirechief.endpoint;

import org.jspecify.annotations.NullMarked;
