/// MI text, the language of OpenSIPS' `mi_datagram` from 1.8 to 2.4: bytes to core types and back,
/// the server's side and the client's.
///
/// Knows no sockets, files, threads or configuration: every function here is about one datagram
/// that is there already. Rules follow `spec mi-text §2, §3, §14`; `docs/mi-text.md` tells the
/// format, `docs/interpretation.md` where we deviate and why.
///
/// A server starts at [org.wirechief.wire.mitext.MiTextRequest], answers with
/// [org.wirechief.wire.mitext.MiTextReply] and refuses with
/// [org.wirechief.wire.mitext.MiTextError]; a client needs [org.wirechief.wire.mitext.MiTextCall]
/// and [org.wirechief.wire.mitext.MiTextAnswer].
@NullMarked
package org.wirechief.wire.mitext;

import org.jspecify.annotations.NullMarked;
