package org.wirechief.server;

import java.util.Locale;

/// Who a server says it is.
///
/// @param name the product, `wirechief`
/// @param version `0.1.0`
/// @param versionText what `core.version` answers: tools that parse another product's text get it
///     from the parameter `version_text`
public record Identity(String name, String version, String versionText) {
    /// This build's.
    ///
    /// @param versionText empty for `wirechief x.y.z (amd64/linux)`
    static Identity of(String versionText) {
        String version = Version.CURRENT;
        String platform = System.getProperty("os.arch", "unknown") + "/"
                + System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
        String own = "wirechief " + version + " (" + platform + ")";
        return new Identity("wirechief", version, versionText.isEmpty() ? own : versionText);
    }
}
