/// The server and its embedding builder. Knows nothing of the insides of codecs.
@NullMarked
package org.wirechief.server;

import org.jspecify.annotations.NullMarked;
