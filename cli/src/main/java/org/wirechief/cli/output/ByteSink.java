package org.wirechief.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.wirechief.core.Octets;

/// Where printers write: bytes, since that is what answers are made of, with colours where they
/// are wanted.
public final class ByteSink {
    private static final String PLAIN = "\033[0m";

    private final OutputStream out;
    private final boolean colours;

    /// What gets a colour.
    public enum Style {
        NAME("\033[36m"),
        HEADER("\033[1m");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    /// @param out buffered
    public ByteSink(OutputStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    public ByteSink octet(int octet) throws IOException {
        out.write(octet);
        return this;
    }

    /// Writes text as UTF-8.
    public ByteSink text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public ByteSink octets(Octets octets) throws IOException {
        out.write(octets.toByteArray());
        return this;
    }

    /// Writes `octet` so many times.
    public ByteSink repeat(int octet, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(octet);
        }
        return this;
    }

    public ByteSink styled(Style style, Octets octets) throws IOException {
        if (!colours) {
            return octets(octets);
        }
        return text(style.code).octets(octets).text(PLAIN);
    }
}
