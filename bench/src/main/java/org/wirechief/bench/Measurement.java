package org.wirechief.bench;

import org.HdrHistogram.Histogram;

/// What one run found.
///
/// @param replies right ones, in the measured time
/// @param nanos the measured time
/// @param latency of those replies, in nanoseconds
/// @param serverCpuNanos processor time the server used meanwhile, all its processes and threads
/// @param generatorCpuNanos processor time this process used meanwhile
record Measurement(
        long replies, long nanos, Histogram latency, long serverCpuNanos, long generatorCpuNanos, Defects defects) {

    double perSecond() {
        return replies * 1e9 / nanos;
    }

    double p50Micros() {
        return latency.getValueAtPercentile(50) / 1e3;
    }

    double p99Micros() {
        return latency.getValueAtPercentile(99) / 1e3;
    }

    /// Infinite when there was no reply.
    double cpuMicrosPerRequest() {
        return serverCpuNanos / 1e3 / replies;
    }

    /// Processors the server kept busy: 1.0 is one.
    double serverBusy() {
        return (double) serverCpuNanos / nanos;
    }

    /// Processors the generator kept busy. Its one thread is what limits a run near 1.0.
    double generatorBusy() {
        return (double) generatorCpuNanos / nanos;
    }
}
