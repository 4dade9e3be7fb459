/// Answers as bytes to print: kamcmd's layout and formats, tables, JSON, YAML, CSV.
///
/// Must not know where answers come from. Start reading at [org.wirechief.cli.output.Layout].
@NullMarked
package org.wirechief.cli.output;

import org.jspecify.annotations.NullMarked;
