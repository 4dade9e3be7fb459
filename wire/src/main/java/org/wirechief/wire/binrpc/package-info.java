/// BINRPC: bytes to core types and back, server side and client side.
/// Knows no sockets, files, threads or configuration.
@NullMarked
package org.wirechief.wire.binrpc;

import org.jspecify.annotations.NullMarked;
