/// `chief events`: subscribes to events of a node and prints them.
///
/// Must not know how events travel. Start reading at [org.wirechief.cli.events.EventsCommand].
@NullMarked
package org.wirechief.cli.events;

import org.jspecify.annotations.NullMarked;
