/// What every door hands the server. Doors do not know each other.
@NullMarked
package org.wirechief.endpoint;

import org.jspecify.annotations.NullMarked;
