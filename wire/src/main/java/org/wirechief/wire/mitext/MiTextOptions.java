package org.wirechief.wire.mitext;

import org.wirechief.core.Octets;

/// What a server's configuration says about MI text.
///
/// @param profile whose replies to give
/// @param indent what stands before a node, once for each level below the first (`reply_indent`);
///     any bytes, also none
/// @param datagram the bytes a reply has room in; it has to leave one of them free, as the
///     original's do (`size/reply-value-65443`)
public record MiTextOptions(MiTextProfile profile, Octets indent, int datagram) {
    /// The most bytes a request may have, and the room of a reply (spec mi-text §2.1, §3.5).
    public static final int DATAGRAM = 65457;

    /// 2.4.5, a TAB, 65457 bytes.
    public static final MiTextOptions DEFAULTS = new MiTextOptions(MiTextProfile.V2_4_5, Octets.of("\t"), DATAGRAM);

    /// What says that a reply is too long must itself have room.
    private static final int LEAST = 64;

    /// Checks the room.
    ///
    /// @throws IllegalArgumentException when it is not between 64 and 65457 bytes
    public MiTextOptions {
        if (datagram < LEAST || datagram > DATAGRAM) {
            throw new IllegalArgumentException(
                    "a reply of " + datagram + " bytes cannot be: allowed are " + LEAST + " to " + DATAGRAM);
        }
    }

    public MiTextOptions withProfile(MiTextProfile other) {
        return new MiTextOptions(other, indent, datagram);
    }

    public MiTextOptions withIndent(Octets other) {
        return new MiTextOptions(profile, other, datagram);
    }

    public MiTextOptions withDatagram(int bytes) {
        return new MiTextOptions(profile, indent, bytes);
    }

    /// The most bytes a reply may have before what ends it.
    int room() {
        return datagram - 1 - (profile.endsWithEmptyLine() ? 1 : 0);
    }
}
