/// The commands every server has, one file a command or family.
///
/// Must not know any dialect or socket, nor the server around them: what they tell of it comes from
/// [org.wirechief.server.commands.ServerState]. Start reading at
/// [org.wirechief.server.commands.BuiltIns].
@NullMarked
package org.wirechief.server.commands;

import org.jspecify.annotations.NullMarked;
