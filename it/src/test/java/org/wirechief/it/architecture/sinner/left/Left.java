package org.wirechief.it.architecture.sinner.left;

import org.wirechief.it.architecture.sinner.right.Right;

/// Knows its sibling, which knows it: a cycle.
public record Left(Right right) {}
