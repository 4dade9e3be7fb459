/// Loads servers on this machine over all their doors, checks every reply, and compares ours with
/// Kamailio in interleaved rounds.
///
/// May know every room but is known by none; takes bytes from `wire` to ask with and never to
/// judge an answer that it can write down itself. Start reading at
/// [org.wirechief.bench.Generator] for how a server is loaded and measured, then
/// [org.wirechief.bench.Comparison] for how two are compared.
///
/// What the generator is bound to: this machine (loopback and Unix sockets), one thread, at most
/// 1024 connections with 1024 requests outstanding on each, at most 10 minutes a run, requests of
/// at most 60000 bytes, replies that leave a datagram server in one datagram.
@NullMarked
package org.wirechief.bench;

import org.jspecify.annotations.NullMarked;
