/// OpenSIPS' `mi_datagram`: MI requests in UDP and Unix datagrams. Puts the readers of `net` and
/// `wire.mitext` and `wire.jsonrpc` together.
///
/// Must not know: other endpoints, what the commands answer. Start reading at
/// [org.wirechief.endpoint.midatagram.MiDatagram]; the road of a request is in `MiDatagrams`.
@NullMarked
package org.wirechief.endpoint.midatagram;

import org.jspecify.annotations.NullMarked;
