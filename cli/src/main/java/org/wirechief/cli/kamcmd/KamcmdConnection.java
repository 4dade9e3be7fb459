package org.wirechief.cli.kamcmd;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramDial;
import org.wirechief.net.StreamDial;

/// The bytes to and from a node, over the carrier its address names. Waits without limit, as kamcmd
/// does.
sealed interface KamcmdConnection extends AutoCloseable {
    /// Room that every datagram fits into.
    int ROOM = 65536;

    /// Connects.
    static KamcmdConnection open(KamcmdOptions options) throws KamcmdError {
        Address address = KamcmdAddress.parse(options);
        try {
            return switch (address.transport()) {
                case UNIX_STREAM, TCP -> new Stream(StreamDial.connect(address, Duration.ZERO));
                case UDP -> new Datagrams(DatagramDial.connect(address));
                case UNIX_DATAGRAM -> new Datagrams(unixDatagram(address, options));
                case FIFO -> throw new IllegalStateException("kamcmd knows no FIFO addresses");
            };
        } catch (IOException e) {
            throw isBinding(e) ? bindFailure(options, e) : failure(address, e);
        }
    }

    private static DatagramDial unixDatagram(Address address, KamcmdOptions options) throws IOException {
        @Nullable Path file = options.replyFile();
        return file == null
                ? DatagramDial.connect(address, options.replyDirectory())
                : DatagramDial.connectFrom(file, address);
    }

    private static KamcmdError failure(Address address, IOException e) {
        Optional<SystemError> error = SystemError.of(e);
        String why = error.map(SystemError::text).orElseGet(() -> String.valueOf(e.getMessage()));
        return switch (address.transport()) {
            case UNIX_STREAM, UNIX_DATAGRAM, FIFO ->
                error.map(known -> KamcmdAddress.unixFailure(address.name(), known))
                        .orElseGet(() -> new KamcmdError("ERROR: " + e.getMessage()));
            case TCP, UDP ->
                new KamcmdError(
                        isUnknownHost(e) ? "ERROR: could not resolve " + address.name() : "ERROR: connect: " + why);
        };
    }

    private static boolean isBinding(@Nullable Throwable failure) {
        return failure != null
                && (String.valueOf(failure.getMessage()).startsWith("bind: ") || isBinding(failure.getCause()));
    }

    private static KamcmdError bindFailure(KamcmdOptions options, IOException e) {
        Path file = options.replyFile() == null ? options.replyDirectory() : options.replyFile();
        return new KamcmdError("ERROR: could not bind the unix socket to " + file + ": "
                + SystemError.of(e)
                        .map(known -> known.text() + " (" + known.number() + ")")
                        .orElseGet(() -> String.valueOf(e.getMessage())));
    }

    private static boolean isUnknownHost(@Nullable Throwable failure) {
        return failure instanceof UnknownHostException || (failure != null && isUnknownHost(failure.getCause()));
    }

    void send(byte[] bytes, int length) throws IOException;

    /// Reads what comes next into the room from `from` on.
    ///
    /// @return how many bytes came, -1 when the node has closed the connection
    int receive(byte[] bytes, int from) throws IOException;

    @Override
    void close();

    /// A stream.
    record Stream(StreamDial dial) implements KamcmdConnection {
        @Override
        public void send(byte[] bytes, int length) throws IOException {
            dial.write(bytes, 0, length);
        }

        @Override
        public int receive(byte[] bytes, int from) throws IOException {
            return dial.read(bytes, from, bytes.length, Duration.ZERO);
        }

        @Override
        public void close() {
            try {
                dial.close();
            } catch (IOException e) {
                // it is not needed any more
            }
        }
    }

    /// Datagrams, of which an answer may need several (spec ctl §7.6).
    record Datagrams(DatagramDial dial) implements KamcmdConnection {
        @Override
        public void send(byte[] bytes, int length) throws IOException {
            dial.send(bytes, 0, length, Duration.ZERO);
        }

        @Override
        public int receive(byte[] bytes, int from) throws IOException {
            return dial.receive(bytes, from, bytes.length, Duration.ZERO);
        }

        @Override
        public void close() {
            try {
                dial.close();
            } catch (IOException e) {
                // it is not needed any more
            }
        }
    }
}
