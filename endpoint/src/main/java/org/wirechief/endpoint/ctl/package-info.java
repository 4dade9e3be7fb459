/// Kamailio's `ctl`: BINRPC over stream sockets. Puts `net` streams and `wire.binrpc` together and
/// adds the `ctl.*` commands.
///
/// Must not know: other endpoints, what the commands answer. Start reading at
/// [org.wirechief.endpoint.ctl.Ctl]; the road of a request is in `BinrpcStreams`.
@NullMarked
package org.wirechief.endpoint.ctl;

import org.jspecify.annotations.NullMarked;
