/// The events that the server itself raises, `E_CORE_*`: slow commands, full memory, log lines.
///
/// Must not know how events travel. Start reading at [org.wirechief.server.events.CoreEvents].
@NullMarked
package org.wirechief.server.events;

import org.jspecify.annotations.NullMarked;
