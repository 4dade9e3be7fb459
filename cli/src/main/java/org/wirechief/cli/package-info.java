/// The `chief` command line without the server: finds the subcommand and runs it.
///
/// Must not know the server or its endpoints; the program that has them adds its subcommands to
/// the table. Start reading at [org.wirechief.cli.Cli]; a subcommand is one file that describes and
/// runs itself, see [org.wirechief.cli.command.Subcommand].
@NullMarked
package org.wirechief.cli;

import org.jspecify.annotations.NullMarked;
