/// Calls remote nodes: this server, Kamailio, OpenSIPS.
///
/// Must not know the server or its endpoints. Start reading at [org.wirechief.client.Client].
@NullMarked
package org.wirechief.client;

import org.jspecify.annotations.NullMarked;
