package org.wirechief.net;

/// The process that sent a Unix datagram, vouched for by the kernel.
///
/// The user and group are the real ones of the process at the moment it sent, unless it named its
/// effective or saved ones; root may name anything. A process outside this one's user namespace has
/// the overflow ids (65534).
///
/// @param pid the process id, 0 for a process outside this one's pid namespace
/// @param uid the user id, 0 to 4294967295
/// @param gid the group id, 0 to 4294967295
public record ProcessCredentials(int pid, long uid, long gid) {}
