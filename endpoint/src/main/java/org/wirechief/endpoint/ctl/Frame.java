package org.wirechief.endpoint.ctl;

/// A whole request among received bytes.
interface Frame {
    /// Its first byte.
    int start();

    /// Behind its last byte.
    int end();
}
