package org.wirechief.client;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;

/// The client, as a scripted node sees it.
final class ScriptedPeer {
    private final SocketChannel channel;
    private final DataInputStream in;

    /// A request.
    ///
    /// @param cookie 8 hex digits: padded to the 4 bytes that the scripts' headers announce
    /// @param body hex digits
    record Request(String cookie, String body) {
        /// An answer with the arguments as they came. The method is named `x`: 3 bytes.
        byte[] echo() {
            return HexFormat.of().parseHex(echoInHex());
        }

        String echoInHex() {
            String args = body.substring(6);
            return "a11f%08x".formatted(args.length() / 2) + cookie + args;
        }
    }

    ScriptedPeer(SocketChannel channel) {
        this.channel = channel;
        this.in = new DataInputStream(Channels.newInputStream(channel));
    }

    /// Waits for the next request.
    Request next() throws IOException {
        if (in.read() < 0) {
            throw new EOFException("the client has gone");
        }
        int flags = in.read();
        byte[] length = in.readNBytes((flags >> 2 & 3) + 1);
        byte[] cookie = in.readNBytes((flags & 3) + 1);
        int bodyLength = Integer.parseInt(HexFormat.of().formatHex(length), 16);
        String digits = HexFormat.of().formatHex(cookie);
        return new Request(
                "0".repeat(8 - digits.length()) + digits, HexFormat.of().formatHex(in.readNBytes(bodyLength)));
    }

    void send(String hex) throws IOException {
        send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    void send(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
