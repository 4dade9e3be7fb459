package org.wirechief.endpoint;

/// A thread that serves for as long as the server lives: a row of `core.ps`.
///
/// @param description what it does, `ctl handler`
/// @param tid its Linux thread id
public record ServiceThread(String description, long tid) {}
