/// Events as they travel in datagrams, a datagram an event: the text of OpenSIPS 1.8 to 2.4 and the
/// JSON-RPC notification of 3.0 and later, written and read.
///
/// Knows no sockets, files, threads or configuration. Rules follow `spec mi-text §9` and `spec
/// mi-json §12`; `docs/events.md` tells both formats, `docs/interpretation.md` where we deviate and
/// why.
///
/// A server starts at [org.wirechief.wire.event.EventDialect], a receiver at
/// [org.wirechief.wire.event.ReceivedEvent].
@NullMarked
package org.wirechief.wire.event;

import org.jspecify.annotations.NullMarked;
