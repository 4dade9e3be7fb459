/// `chief hep`: collects what HEP senders trace and prints it. The collector is exported, so that
/// programs and tests can look at packets without printing them.
///
/// Must not know who sends. Start reading at [org.wirechief.cli.hep.HepCollector];
/// [org.wirechief.cli.hep.HepCommand] is the subcommand.
@NullMarked
package org.wirechief.cli.hep;

import org.jspecify.annotations.NullMarked;
