/// Golden vectors and clocks for tests. Knows none of our modules.
@NullMarked
package org.wirechief.testkit;

import org.jspecify.annotations.NullMarked;
