/// What is made of the table of subcommands: the manual and the completion of shells.
///
/// Must not know any subcommand but its own two. Start reading at
/// [org.wirechief.cli.reference.CompletionCommand].
@NullMarked
package org.wirechief.cli.reference;

import org.jspecify.annotations.NullMarked;
