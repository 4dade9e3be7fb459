/// The server and its embedding builder: joins modules, commands and events, and starts and stops
/// them in order.
///
/// Must not know the insides of codecs. Start reading at [org.wirechief.server.Wirechief];
/// [org.wirechief.server.Standalone] is the program around it, which has signals and a log.
@NullMarked
package org.wirechief.server;

import org.jspecify.annotations.NullMarked;
