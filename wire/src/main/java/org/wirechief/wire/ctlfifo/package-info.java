/// The line protocol of Kamailio's `ctl` over FIFOs and sockets: bytes to core types and back, the
/// server's side and the client's.
///
/// Knows no sockets, files, threads or configuration. It is the protocol as it was meant
/// (`spec ctl §10, §17.5`); [org.wirechief.wire.ctlfifo.CtlFifoRules] brings back what Kamailio
/// makes of it. `docs/ctl-fifo.md` tells the format, `docs/interpretation.md` where we deviate.
///
/// Start reading at [org.wirechief.wire.ctlfifo.CtlFifoFrame]; a server then needs
/// [org.wirechief.wire.ctlfifo.CtlFifoRequest] and [org.wirechief.wire.ctlfifo.CtlFifoReply], a
/// client [org.wirechief.wire.ctlfifo.CtlFifoCall] and [org.wirechief.wire.ctlfifo.CtlFifoAnswer].
@NullMarked
package org.wirechief.wire.ctlfifo;

import org.jspecify.annotations.NullMarked;
