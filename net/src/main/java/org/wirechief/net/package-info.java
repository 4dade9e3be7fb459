/// Listening and dialling: streams over TCP and Unix sockets, datagrams, FIFOs, with their
/// addresses, file modes and owners, peers, deadlines and back-pressure.
///
/// Moves bytes; must not know any command or dialect, and speaks JDK types only. Start reading at
/// [org.wirechief.net.StreamListener] for the server's side, then
/// [org.wirechief.net.StreamConnection] for what happens to a connection, and at
/// [org.wirechief.net.StreamDial] for the client's side; [org.wirechief.net.DatagramListener] and
/// [org.wirechief.net.FifoListener] are the other doors. Addresses are parsed by
/// [org.wirechief.net.Address].
///
/// Everything a server does with a connection happens on the one thread of an
/// [org.wirechief.net.EventLoop]; datagrams are received, handled and answered by the threads of a
/// [org.wirechief.net.DatagramListener]. Types that may be used from elsewhere say so.
@NullMarked
package org.wirechief.net;

import org.jspecify.annotations.NullMarked;
