package org.wirechief.core;

import java.util.Objects;

/// These bytes break the rules of their dialect. Ends at most the connection they came on.
public final class ProtocolError extends Exception {
    private static final long serialVersionUID = 1L;

    public ProtocolError(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
