package org.wirechief.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.wirechief.net.Address;
import org.wirechief.net.FifoCall;

/// A node that speaks JSON-RPC over the FIFO of its `mi_fifo`: `fifo:/run/x/fifo`, or `mi:` and the
/// path of a FIFO.
///
/// @param address of the FIFO
record MiFifoAddress(Address address) implements NodeAddress {
    private static final String REPLY_DIRECTORY = "/tmp/";

    /// Bytes of directory and name that an OpenSIPS takes (spec mi-json §7.2).
    private static final int LONGEST_REPLY_PATH = 127;

    private static final int LONGEST_NAME = 20;

    @Override
    public Dialect dialect() {
        return Dialect.MI_JSON;
    }

    /// Looks whether somebody reads the FIFO and writes nothing.
    ///
    /// @throws IllegalArgumentException when the reply directory is too long for an OpenSIPS
    @Override
    public Link open(ConnectOptions options) throws IOException {
        String directory = directory(options);
        FifoCall.probe(address);
        return new FifoLink(address, directory, new MiFifoSpeech(), options);
    }

    private static String directory(ConnectOptions options) {
        Path given = options.replyDirectory();
        if (given == null) {
            return REPLY_DIRECTORY;
        }
        String directory = given.toAbsolutePath().toString();
        String prefix = directory.endsWith("/") ? directory : directory + "/";
        if (prefix.getBytes(StandardCharsets.UTF_8).length + LONGEST_NAME > LONGEST_REPLY_PATH) {
            throw new IllegalArgumentException("the reply directory " + directory + " is too long: OpenSIPS takes "
                    + LONGEST_REPLY_PATH + " bytes for it and a name, which leaves "
                    + (LONGEST_REPLY_PATH - LONGEST_NAME) + "; use a shorter one");
        }
        return prefix;
    }
}
