package org.wirechief.it.vectors;

/// A vector that this server answers otherwise, on purpose. The reason stands in
/// docs/interpretation.md, where the vector is named.
///
/// @param vector its name
/// @param reply what comes instead, in hexadecimal digits
record Deviation(String vector, String reply) {}
