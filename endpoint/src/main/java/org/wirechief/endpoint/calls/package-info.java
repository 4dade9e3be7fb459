/// Calls that run beside the thread that read their request, for every module.
///
/// Must not know any module or dialect. Start reading at
/// [org.wirechief.endpoint.calls.BlockingCalls].
@NullMarked
package org.wirechief.endpoint.calls;

import org.jspecify.annotations.NullMarked;
