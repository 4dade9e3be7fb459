/// What the transports count, published as statistics, for every module.
///
/// Must not know any module or dialect. Start reading at
/// [org.wirechief.endpoint.traffic.FifoStatistics].
@NullMarked
package org.wirechief.endpoint.traffic;

import org.jspecify.annotations.NullMarked;
