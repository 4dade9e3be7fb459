/// How callers write an event's parameters, for the command that raises it.
///
/// Must not know any module. Start reading at
/// [org.wirechief.endpoint.events.RaisedParameters].
@NullMarked
package org.wirechief.endpoint.events;

import org.jspecify.annotations.NullMarked;
