/// What every MI door does with a request, whatever carries it: find the command, run it, count.
///
/// Must not know any module or carrier. Start reading at
/// [org.wirechief.endpoint.mi.MiExchange].
@NullMarked
package org.wirechief.endpoint.mi;

import org.jspecify.annotations.NullMarked;
