package org.wirechief.server.config;

import org.wirechief.endpoint.ModuleDescription;

/// A module as the configuration left it.
///
/// @param value its parameters
public record Loaded<P>(ModuleDescription<P> description, P value) {}
