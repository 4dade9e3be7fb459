/// What the dialects share: the buffer they write into.
///
/// Must not know any dialect, nor sockets, files and threads. Start reading at a dialect, such as
/// [org.wirechief.wire.binrpc].
@NullMarked
package org.wirechief.wire;

import org.jspecify.annotations.NullMarked;
