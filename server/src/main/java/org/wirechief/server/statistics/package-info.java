/// The numbers a server keeps about itself as a whole, in the groups that tools for OpenSIPS know:
/// `core`, `shmem`, `net`, `load` (spec mi-text §7). What a module counts is its own.
///
/// Must not know commands and dialects. Start reading at
/// [org.wirechief.server.statistics.ServerStatistics].
@NullMarked
package org.wirechief.server.statistics;

import org.jspecify.annotations.NullMarked;
