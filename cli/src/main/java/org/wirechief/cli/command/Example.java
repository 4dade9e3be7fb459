package org.wirechief.cli.command;

/// An example for help and the manual.
///
/// @param line as it is typed into a shell, `chief call core.uptime`
/// @param explanation what it is good for, one line
public record Example(String line, String explanation) {}
