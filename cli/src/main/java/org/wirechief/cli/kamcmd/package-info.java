/// `chief kamcmd`: the options, output and exit codes of Kamailio's own tool (spec ctl §14), with
/// help and banner in words of our own.
///
/// Start reading at [org.wirechief.cli.kamcmd.KamcmdCommand]. It talks to the node through `net`
/// and `wire` itself, because it shows each piece that is read, and what of an answer is sound
/// before the rest is not.
@NullMarked
package org.wirechief.cli.kamcmd;

import org.jspecify.annotations.NullMarked;
