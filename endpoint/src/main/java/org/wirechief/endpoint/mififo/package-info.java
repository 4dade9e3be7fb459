/// OpenSIPS' `mi_fifo`: MI requests in JSON-RPC, written to a FIFO, and answered on the FIFOs they
/// name. Puts the FIFO of `net` and `wire.jsonrpc` together.
///
/// Must not know: other endpoints, what the commands answer. Start reading at
/// [org.wirechief.endpoint.mififo.MiFifo]; the road of a request is in `MiFifoDoor`.
@NullMarked
package org.wirechief.endpoint.mififo;

import org.jspecify.annotations.NullMarked;
