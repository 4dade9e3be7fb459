package org.wirechief.core;

/// What only MI asks about a command.
///
/// @param exporter who brought it, `core`, `statistics`, a module: `help` tells
/// @param canonical its name in OpenSIPS 4.0, `cache:store` (spec mi-json §16)
/// @param readsText whether the text dialect reads what follows the first line; a command that
///     does not is never refused for it (spec mi-text §2.3, `uptime/binary-ignored`)
/// @param age which names know it
public record MiTraits(String exporter, String canonical, boolean readsText, MiAge age) {
    public MiTraits {
        int colon = canonical.indexOf(':');
        if (colon <= 0 || colon == canonical.length() - 1) {
            throw new IllegalArgumentException("'" + canonical + "' is no name of the form module:command");
        }
    }
}
