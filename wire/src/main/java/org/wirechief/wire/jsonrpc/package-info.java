/// JSON-RPC as the management plane of OpenSIPS 3 speaks it, the server's side and the client's:
/// what a request means, which command and which of its recipes it calls, and how answers and
/// errors are written (spec mi-json §3 to §6).
///
/// Knows no sockets, files, threads or configuration. `docs/mi-json.md` tells the protocol,
/// `docs/interpretation.md` where we deviate and why.
///
/// Start reading at [org.wirechief.wire.jsonrpc.JsonRpcServer]; a client needs
/// [org.wirechief.wire.jsonrpc.JsonRpcCall] and [org.wirechief.wire.jsonrpc.JsonRpcAnswer].
@NullMarked
package org.wirechief.wire.jsonrpc;

import org.jspecify.annotations.NullMarked;
