/// The log of the standalone program: one line an event on a stream, as journald reads it.
///
/// Must not know who logs, nor the server. Inactive unless a program provides
/// [org.wirechief.server.log.Journal] as its `System.LoggerFinder`: an embedding program keeps its
/// own. Start reading at [org.wirechief.server.log.Journal].
@NullMarked
package org.wirechief.server.log;

import org.jspecify.annotations.NullMarked;
