/// From what is typed to the arguments of a call: splitting and typing.
///
/// Must not know who calls whom. Start reading at [org.wirechief.cli.words.ArgumentTyping].
@NullMarked
package org.wirechief.cli.words;

import org.jspecify.annotations.NullMarked;
