/// What a management plane is about, whatever wire it speaks: commands and the calls, arguments,
/// replies, values and faults they exchange, the registry that finds them, the levels that guard
/// them.
///
/// Must not know any I/O: no socket, file, thread or clock; time comes in as a value. Start
/// reading at [org.wirechief.core.CommandSpec], then [org.wirechief.core.Args] and
/// [org.wirechief.core.Reply].
@NullMarked
package org.wirechief.core;

import org.jspecify.annotations.NullMarked;
