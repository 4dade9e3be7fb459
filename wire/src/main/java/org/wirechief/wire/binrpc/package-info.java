/// BINRPC, the binary protocol of Kamailio's `ctl` and `kamcmd`: bytes to core types and back, the
/// server's side and the client's.
///
/// Knows no sockets, files, threads or configuration: every function here is about bytes that are
/// there already. Numbers and fault texts follow `spec ctl §2-§9`; `docs/binrpc.md` tells the
/// format, `docs/interpretation.md` where we deviate and why.
///
/// Start reading at [org.wirechief.wire.binrpc.PacketHeader]; a server then needs
/// [org.wirechief.wire.binrpc.BinrpcRequest] and [org.wirechief.wire.binrpc.BinrpcReply], a client
/// [org.wirechief.wire.binrpc.BinrpcCall] and [org.wirechief.wire.binrpc.BinrpcAnswer].
@NullMarked
package org.wirechief.wire.binrpc;

import org.jspecify.annotations.NullMarked;
