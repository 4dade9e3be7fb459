/// `chief call`: one call, or many from standard input.
///
/// Start reading at [org.wirechief.cli.call.CallCommand]; how a node is reached is in
/// [org.wirechief.cli.call.Node].
@NullMarked
package org.wirechief.cli.call;

import org.jspecify.annotations.NullMarked;
