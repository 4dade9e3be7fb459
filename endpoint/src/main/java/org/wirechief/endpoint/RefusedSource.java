package org.wirechief.endpoint;

import java.time.Duration;

/// A source that asked in vain lately.
///
/// @param source its address, or the user's name on a Unix socket
/// @param requests how many of its requests were refused since it is remembered
/// @param forgottenIn how long it is remembered if it does not ask again
public record RefusedSource(String source, long requests, Duration forgottenIn) {}
