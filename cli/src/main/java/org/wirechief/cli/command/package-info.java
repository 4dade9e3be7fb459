/// What a subcommand is: a row of the table that parsing, `chief help`, documentation, completion
/// and the manual are made from.
///
/// Must not know any subcommand. Start reading at [org.wirechief.cli.command.Subcommand].
@NullMarked
package org.wirechief.cli.command;

import org.jspecify.annotations.NullMarked;
