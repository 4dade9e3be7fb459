/// Codecs, one call each, and the look-up of a command: how long they take and what they allocate.
/// Measured by JMH, which needs classes that can be derived from.
///
/// Knows `wire` and `core`, and nothing of loads and sockets. Start reading at
/// [org.wirechief.bench.micro.BinrpcCodec].
@NullMarked
package org.wirechief.bench.micro;

import org.jspecify.annotations.NullMarked;
