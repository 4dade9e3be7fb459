/// What happened, as values: events with their parameters.
///
/// Must not know any I/O: no socket, file, thread or clock; time comes in as a value. Start
/// reading at [org.wirechief.core.event.Event].
@NullMarked
package org.wirechief.core.event;

import org.jspecify.annotations.NullMarked;
