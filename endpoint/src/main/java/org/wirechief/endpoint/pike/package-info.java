/// `pike`: refuses the datagrams of sources that send too many, and tells of it with an event.
///
/// Must not know any door or dialect. Start reading at [org.wirechief.endpoint.pike.Pike].
@NullMarked
package org.wirechief.endpoint.pike;

import org.jspecify.annotations.NullMarked;
