/// What happened, as values, and who wants to know: events that are published, raised and
/// subscribed to, and the lines in which they wait for their receivers.
///
/// Must not know any I/O: no socket, file, thread or clock; time comes in as a value, and
/// transports take events out of their lines at their own pace. Start reading at
/// [org.wirechief.core.event.Events], then [org.wirechief.core.event.EventTransport].
@NullMarked
package org.wirechief.core.event;

import org.jspecify.annotations.NullMarked;
