/// Subscribing to the events of a node and receiving them: this server's, and those of OpenSIPS of
/// both ages.
///
/// Must not know the server or its endpoints. Start reading at
/// [org.wirechief.client.event.EventStream].
@NullMarked
package org.wirechief.client.event;

import org.jspecify.annotations.NullMarked;
