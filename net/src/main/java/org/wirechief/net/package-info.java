/// Listening and dialling on streams, datagrams and FIFOs.
/// Moves bytes; knows no commands and no dialects.
@NullMarked
package org.wirechief.net;

import org.jspecify.annotations.NullMarked;
