/// Kamailio's `ctl`: BINRPC and the line protocol, over sockets and FIFOs. Puts `net` and
/// `wire.binrpc`, `wire.ctlfifo` together and adds the `ctl.*` commands.
///
/// Must not know: other endpoints, what the commands answer. Start reading at
/// [org.wirechief.endpoint.ctl.Ctl]; the road of a request is in `StreamDoor`, `DatagramDoor` and
/// `PipeDoor`, whatever the `Language`.
@NullMarked
package org.wirechief.endpoint.ctl;

import org.jspecify.annotations.NullMarked;
