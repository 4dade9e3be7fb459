/// Calls remote nodes: this server, Kamailio, OpenSIPS.
///
/// Must not know the server or its endpoints. Start reading at [org.wirechief.client.Client].
///
/// A dialect plugs in beside BINRPC with two types, in files named after it: its `...Address`,
/// which [org.wirechief.client.NodeAddress#parse(String)] makes where the
/// [org.wirechief.client.NodeScheme] says so, and a
/// [org.wirechief.client.Link], which sends an [org.wirechief.client.Exchange] and completes it.
/// Deadlines, waiting, futures and cancelling are the exchange's.
@NullMarked
package org.wirechief.client;

import org.jspecify.annotations.NullMarked;
