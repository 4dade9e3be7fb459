package org.wirechief.wire.mitext;

import org.wirechief.core.MiNaming;

/// Whose replies to give: the columns of `spec mi-text §14`. Requests are read alike in all.
public enum MiTextProfile {
    /// 2.4.5 to 2.4.11: an empty line ends the reply of a command.
    V2_4_5("2.4.5", true, "400 parse_error", false),

    /// 2.4.0 to 2.4.4: no empty line.
    V2_4_0("2.4.0", false, "400 parse_error", false),

    /// 1.8: no empty line, and some answers are formed otherwise, `core:rcv_requests = 0`.
    V1_8("1.8", false, "400 parse error in command", true);

    private final String word;
    private final boolean emptyLine;
    private final String parseError;
    private final boolean oldText;

    MiTextProfile(String word, boolean emptyLine, String parseError, boolean oldText) {
        this.word = word;
        this.emptyLine = emptyLine;
        this.parseError = parseError;
        this.oldText = oldText;
    }

    /// The profile of that [#word()].
    ///
    /// @throws IllegalArgumentException when there is none; says which there are
    public static MiTextProfile of(String word) {
        for (MiTextProfile profile : values()) {
            if (profile.word.equals(word)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no text profile: allowed are 2.4.5, 2.4.0, 1.8");
    }

    /// As the configuration spells it, `2.4.5`.
    public String word() {
        return word;
    }

    /// Whether an empty line follows the last node (spec mi-text §3.3).
    boolean endsWithEmptyLine() {
        return emptyLine;
    }

    /// The names its callers use.
    public MiNaming naming() {
        return oldText ? MiNaming.V1 : MiNaming.V3;
    }

    String parseError() {
        return parseError;
    }

    /// Whether answers that 1.8 formed otherwise are formed that way.
    boolean writesOldText() {
        return oldText;
    }
}
