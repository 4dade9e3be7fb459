/// OpenSIPS' `event_datagram`: events as datagrams to UDP and Unix sockets. Puts the sender of
/// `net` and `wire.event` together.
///
/// Must not know: other endpoints, which events there are. Start reading at
/// [org.wirechief.endpoint.eventdatagram.EventDatagram]; what a socket may look like is in
/// `EventSocket`, the road of an event in `LiveEventDatagram`.
@NullMarked
package org.wirechief.endpoint.eventdatagram;

import org.jspecify.annotations.NullMarked;
