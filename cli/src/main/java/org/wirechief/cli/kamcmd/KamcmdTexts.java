package org.wirechief.cli.kamcmd;

/// What kamcmd says about itself. The first lines are what scripts look for; the rest is our own.
final class KamcmdTexts {
    static final String VERSION = "version: kamcmd 1.5\n";

    /// The second line of `-V`, where the original tells when it was compiled; Debian empties it.
    static final String COMPILED = "kamcmd.c compiled on  \n";

    private static final String NAME = "kamcmd 1.5\n";

    /// Four lines, as many as the original has.
    static final String BANNER = NAME + """
            This is chief kamcmd of Wirechief, under the Apache License 2.0,
            without warranties or conditions of any kind.
            Type `warranty' for more.
            """;

    static final String LICENCE = NAME + """
            This is chief kamcmd, a part of Wirechief.

                Licensed under the Apache License, Version 2.0; its text is in the file
                LICENSE and at https://www.apache.org/licenses/LICENSE-2.0

                The licence says that the software comes as it is, without warranties or
                conditions of any kind, express or implied.
            """;

    private KamcmdTexts() {}
}
