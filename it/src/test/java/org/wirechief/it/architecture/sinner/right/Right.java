package org.wirechief.it.architecture.sinner.right;

import org.wirechief.it.architecture.sinner.left.Left;

/// Knows its sibling, which knows it: a cycle.
public record Right(Left left) {}
