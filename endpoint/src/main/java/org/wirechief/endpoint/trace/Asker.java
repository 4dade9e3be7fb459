package org.wirechief.endpoint.trace;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Origin;

/// Who asks, and where copies of it go.
///
/// @param trail null when it is not traced
public record Asker(Origin origin, @Nullable Trail trail) {}
