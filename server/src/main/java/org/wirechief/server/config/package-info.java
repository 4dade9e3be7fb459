/// The configuration dialect: `loadmodule`, `modparam`, `#!define` and the rest, from text to the
/// parameter records of the modules. docs/configuration.md is its reference.
///
/// Must not know which modules there are or what their parameters mean: both come as
/// [org.wirechief.endpoint.ModuleDescription]s. Opens no door. The road is file, lexer,
/// preprocessor, parser, modules; start reading at [org.wirechief.server.config.ConfigReader].
@NullMarked
package org.wirechief.server.config;

import org.jspecify.annotations.NullMarked;
