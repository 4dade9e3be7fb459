/// OpenSIPS' `proto_hep`, as far as tracing goes: takes copies of the exchanges of all doors and
/// sends them to collectors as HEP packets, over UDP, TCP or TLS.
///
/// Must not know other endpoints: doors find a destination by its name. Start reading at
/// [org.wirechief.endpoint.hep.Hep]; the road of a copy is in `HepTap` and `HepSender`.
@NullMarked
package org.wirechief.endpoint.hep;

import org.jspecify.annotations.NullMarked;
