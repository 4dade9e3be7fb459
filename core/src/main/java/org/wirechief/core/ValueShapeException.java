package org.wirechief.core;

/// A value was asked for a shape it does not have; the message names both.
public final class ValueShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ValueShapeException(String message) {
        super(message);
    }
}
