/// What doors tell of their exchanges, and to whom: the parameters `trace_destination` and
/// `trace_bwlist`, the same in every module.
///
/// Must not know any module or dialect, nor how traces travel. Start reading at
/// [org.wirechief.endpoint.trace.Tracing].
@NullMarked
package org.wirechief.endpoint.trace;

import org.jspecify.annotations.NullMarked;
