/// Programs of 10 to 30 lines; the snippets of the README come from here.
@NullMarked
package org.wirechief.examples;

import org.jspecify.annotations.NullMarked;
