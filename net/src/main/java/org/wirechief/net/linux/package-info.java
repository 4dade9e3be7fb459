/// What the JDK does not have and Linux does: datagrams in batches, over Unix sockets with the
/// sender's credentials, and over UDP; FIFOs that never block. Calls the C library through the
/// foreign function API.
///
/// Must not know what the bytes are for, and nothing of the package around it. Not exported. Start
/// reading at [org.wirechief.net.linux.Libc], which makes the calls, then
/// [org.wirechief.net.linux.LinuxDatagramSocket] and [org.wirechief.net.linux.NamedPipe].
///
/// Calls answer as the kernel does: zero or more, or an error number negated, which
/// [org.wirechief.net.linux.Errno] names. Memory belongs to the [org.wirechief.net.linux.Libc] of
/// the thread that uses it and is given back when that is closed.
@NullMarked
package org.wirechief.net.linux;

import org.jspecify.annotations.NullMarked;
