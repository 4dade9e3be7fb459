/// The ctl door: BINRPC over stream sockets. Knows no other endpoint.
@NullMarked
package org.wirechief.endpoint.ctl;

import org.jspecify.annotations.NullMarked;
