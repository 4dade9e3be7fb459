package org.wirechief.wire.mitext;

import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// What the transport itself answers: one line, never an empty one after it (spec mi-text §3.4).
/// Everything else a caller is refused with is a fault of [MiTextReply].
public enum MiTextError {
    /// The first line is none, or there is no such command.
    NOT_AVAILABLE {
        @Override
        String line(MiTextProfile profile) {
            return "500 command not available";
        }
    },

    /// The arguments cannot be parsed.
    PARSE_ERROR {
        @Override
        String line(MiTextProfile profile) {
            return profile.parseError();
        }
    },

    /// The command has no answer.
    FAILED {
        @Override
        String line(MiTextProfile profile) {
            return "500 command failed";
        }
    };

    /// Appends the whole datagram.
    public void write(ReplyBuffer out, MiTextProfile profile) {
        out.append(Octets.of(line(profile)));
        out.append('\n');
    }

    /// Without its line feed.
    abstract String line(MiTextProfile profile);
}
