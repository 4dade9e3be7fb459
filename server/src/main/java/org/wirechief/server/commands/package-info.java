/// The commands every server has, one file a command or family.
///
/// Must not know any dialect or socket: what they tell of doors and callers comes from
/// [org.wirechief.server.ServerState]. Start reading at [org.wirechief.server.commands.BuiltIns].
@NullMarked
package org.wirechief.server.commands;

import org.jspecify.annotations.NullMarked;
