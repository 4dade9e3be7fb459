/// Commands, calls, replies, values, faults and the registry.
/// Knows no I/O, threads or clocks: time comes in as a value.
@NullMarked
package org.wirechief.core;

import org.jspecify.annotations.NullMarked;
