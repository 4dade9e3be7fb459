package org.wirechief.server.commands;

import java.util.Locale;

/// Who a server says it is.
///
/// @param name the product, `wirechief`
/// @param versionText what `core.version` answers: tools that parse another product's text get it
///     from the parameter `version_text`
public record Identity(String name, Build build, String versionText) {
    /// This build's.
    ///
    /// @param versionText empty for `wirechief x.y.z (amd64/linux)`
    public static Identity of(String versionText) {
        Build build = Build.current();
        String platform = System.getProperty("os.arch", "unknown") + "/"
                + System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
        String own = "wirechief " + build.version() + " (" + platform + ")";
        return new Identity("wirechief", build, versionText.isEmpty() ? own : versionText);
    }
}
