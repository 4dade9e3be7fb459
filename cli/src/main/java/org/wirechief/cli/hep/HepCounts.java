package org.wirechief.cli.hep;

/// What a collector has got so far.
///
/// @param packets handed on
/// @param malformed datagrams and packets that could not be read; of a stream, also a packet that
///     was cut short by its end
/// @param lost datagrams that the system dropped because they were not taken in time; told only
///     while the collector is open, and where the system tells
/// @param refused connections that were closed at once because there were too many
public record HepCounts(long packets, long malformed, long lost, long refused) {}
