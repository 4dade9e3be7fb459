package org.wirechief.core;

/// Lets the package be exported until its first real type is here.
final class Placeholder {
    private Placeholder() {}
}
