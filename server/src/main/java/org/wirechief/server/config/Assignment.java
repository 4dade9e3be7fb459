package org.wirechief.server.config;

/// A parameter set from outside the file: `ctl.mode=0600`.
///
/// @param value an integer literal or text, as the parameter takes it
/// @param place what an error message calls it
public record Assignment(String module, String parameter, String value, Place place) {}
