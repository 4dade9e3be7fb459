/// `chief shell`: lines typed at a node. JLine edits them on a terminal and is loaded for nothing
/// else; without one the same lines are read as they come.
///
/// Start reading at [org.wirechief.cli.shell.ShellCommand], then at
/// [org.wirechief.cli.shell.Session], which does what a line says.
@NullMarked
package org.wirechief.cli.shell;

import org.jspecify.annotations.NullMarked;
