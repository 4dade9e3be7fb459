package org.wirechief.testkit;

/// Lets the package be exported until its first real type is here.
final class Placeholder {
    private Placeholder() {}
}
