package org.wirechief.net.linux;

/// A socket as `sock_diag(7)` tells it from all others, those to come included.
///
/// @param inode its number, which another may get when it is closed
/// @param cookie which no other gets
record ListedSocket(int inode, long cookie) {}
