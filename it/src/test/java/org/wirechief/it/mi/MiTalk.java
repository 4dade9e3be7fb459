package org.wirechief.it.mi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawDatagrams;

/// A client of MI text whose bytes are written by hand; a character is a byte.
record MiTalk(RawDatagrams socket) implements AutoCloseable {
    static MiTalk with(MiServer server) throws IOException {
        return new MiTalk(server.connect());
    }

    void send(String request) throws IOException {
        socket.send(request.getBytes(ISO_8859_1));
    }

    String receive() throws IOException {
        return new String(socket.receive(), ISO_8859_1);
    }

    String ask(String request) throws IOException {
        send(request);
        return receive();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
