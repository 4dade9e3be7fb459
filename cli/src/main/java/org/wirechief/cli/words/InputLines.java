package org.wirechief.cli.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// The lines of an input, as bytes. A last line without an end is one. Of a line that is longer
/// than [#LONGEST] only so many bytes and one more are kept.
public final class InputLines {
    /// Bytes of a line that a person or a program may mean.
    public static final int LONGEST = 1 << 20;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final boolean returnEnds;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    private InputLines(InputStream in, boolean returnEnds) {
        this.in = in;
        this.returnEnds = returnEnds;
    }

    /// Lines that end in a line feed, or in a carriage return and a line feed.
    public static InputLines of(InputStream in) {
        return new InputLines(in, false);
    }

    /// Lines that end in a line feed or in a carriage return, each by itself, as keys do.
    public static InputLines endingLikeKeys(InputStream in) {
        return new InputLines(in, true);
    }

    /// The next line without its end, null when there is none.
    public @Nullable Octets next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (at < filled || fill()) {
            int octet = buffer[at++];
            if (octet == '\n' || (returnEnds && octet == '\r')) {
                return whole(line);
            }
            if (line.size() <= LONGEST) {
                line.write(octet);
            }
        }
        return line.size() == 0 ? null : whole(line);
    }

    private Octets whole(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        boolean cut = !returnEnds && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return Octets.copyOf(bytes, 0, bytes.length - (cut ? 1 : 0));
    }

    /// Whether more came; waits for it.
    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
