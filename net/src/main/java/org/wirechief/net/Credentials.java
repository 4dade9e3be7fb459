package org.wirechief.net;

/// The effective user and group of a Unix stream peer at the moment it connected (`SO_PEERCRED`).
///
/// The JDK gives names; an id that has no name is given in decimal. It does not give the process
/// id.
///
/// @param user the user's name, or the id in decimal
/// @param group the group's name, or the id in decimal
public record Credentials(String user, String group) {}
