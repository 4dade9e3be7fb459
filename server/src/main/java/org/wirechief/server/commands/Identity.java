package org.wirechief.server.commands;

import java.util.Locale;

/// Who a server says it is.
///
/// @param name the product, `wirechief`
/// @param versionText what `core.version` answers: tools that parse another product's text get it
///     from the parameter `version_text`
/// @param miVersionText what MI's `version` answers, parameter `mi_version_text`
public record Identity(String name, Build build, String versionText, String miVersionText) {
    /// This build's.
    ///
    /// @param versionText empty for `wirechief x.y.z (amd64/linux)`
    /// @param miVersionText likewise
    public static Identity of(String versionText, String miVersionText) {
        Build build = Build.current();
        String platform = System.getProperty("os.arch", "unknown") + "/"
                + System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
        String own = "wirechief " + build.version() + " (" + platform + ")";
        return new Identity(
                "wirechief",
                build,
                versionText.isEmpty() ? own : versionText,
                miVersionText.isEmpty() ? own : miVersionText);
    }
}
