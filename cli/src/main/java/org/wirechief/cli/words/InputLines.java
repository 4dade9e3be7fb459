package org.wirechief.cli.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// The lines of an input, as bytes. A last line without an end is one.
public final class InputLines {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final boolean returnEnds;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    private InputLines(InputStream in, int longest, boolean returnEnds) {
        this.in = in;
        this.longest = longest;
        this.returnEnds = returnEnds;
    }

    /// Lines that end in a line feed, or in a carriage return and a line feed.
    ///
    /// @param longest of a longer line only so many bytes and one more are kept
    public static InputLines of(InputStream in, int longest) {
        return new InputLines(in, longest, false);
    }

    /// Lines that end in a line feed or in a carriage return, each by itself, as keys do.
    public static InputLines endingLikeKeys(InputStream in, int longest) {
        return new InputLines(in, longest, true);
    }

    /// The next line without its end, null when there is none.
    public @Nullable Octets next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (at < filled || fill()) {
            int octet = buffer[at++];
            if (octet == '\n' || (returnEnds && octet == '\r')) {
                return whole(line);
            }
            if (line.size() <= longest) {
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
