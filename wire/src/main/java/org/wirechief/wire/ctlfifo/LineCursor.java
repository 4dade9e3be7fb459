package org.wirechief.wire.ctlfifo;

/// Goes through the parameter lines of a request.
final class LineCursor {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final boolean stripCr;
    private int at;
    private int count;

    /// @param start behind the command line
    /// @param end behind the last line, its LF included
    /// @param stripCr whether a CR before the LF belongs to the line end
    LineCursor(byte[] bytes, int start, int end, boolean stripCr) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.stripCr = stripCr;
        this.at = start;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean hasNext() {
        return at < end;
    }

    /// How many lines were passed.
    int count() {
        return count;
    }

    /// The number of the line that is next, the command line being the first.
    int number() {
        return count + 2;
    }

    /// Where the next line begins.
    int position() {
        return at;
    }

    /// Behind the text of the next line.
    int textEnd() {
        int lf = lineFeed();
        return stripCr && lf > at && bytes[lf - 1] == '\r' ? lf - 1 : lf;
    }

    void advance() {
        at = Math.min(end, lineFeed() + 1);
        count++;
    }

    void rewind() {
        at = start;
        count = 0;
    }

    private int lineFeed() {
        int lf = at;
        while (lf < end && bytes[lf] != '\n') {
            lf++;
        }
        return lf;
    }
}
