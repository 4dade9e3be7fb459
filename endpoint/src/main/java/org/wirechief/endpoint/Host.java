package org.wirechief.endpoint;

import org.wirechief.core.Dispatch;

/// What a server lends to its endpoints.
///
/// @param dispatch runs commands
public record Host(Dispatch dispatch) {}
