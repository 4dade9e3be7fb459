package org.wirechief.wire.json;

/// What a JSON value is.
public enum JsonKind {
    NULL,
    TRUE,
    FALSE,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT
}
