package org.wirechief.net.linux;

/// The process that sent a datagram, as the kernel vouches for it (`SCM_CREDENTIALS`).
///
/// @param pid the process, 0 when it is outside this process's pid namespace
/// @param uid its effective user, 0 to 4294967295
/// @param gid its effective group, 0 to 4294967295
public record Sender(int pid, long uid, long gid) {}
