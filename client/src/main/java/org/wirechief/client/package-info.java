/// Calls a remote node. Knows neither the server nor its endpoints.
@NullMarked
package org.wirechief.client;

import org.jspecify.annotations.NullMarked;
