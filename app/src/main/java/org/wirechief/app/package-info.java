/// `main`: hands each subcommand to the room that knows it, and does nothing else.
@NullMarked
package org.wirechief.app;

import org.jspecify.annotations.NullMarked;
