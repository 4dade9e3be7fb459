package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/// Two sockets with names the kernel chose, and what it takes to use them on this thread.
final class Pair implements AutoCloseable {
    final Libc libc = new Libc();
    final LinuxDatagramSocket one;
    final LinuxDatagramSocket other;
    final UnixName oneName;
    final UnixName otherName;
    final ReceiveBatch in = new ReceiveBatch(libc, 8, 100);
    final SendBatch out = new SendBatch(libc, 64, 1 << 20);

    Pair() throws IOException {
        one = LinuxDatagramSocket.unix(libc);
        other = LinuxDatagramSocket.unix(libc);
        one.askForCredentials(libc);
        other.askForCredentials(libc);
        one.bind(libc, UnixName.NONE);
        other.bind(libc, UnixName.NONE);
        oneName = (UnixName) one.name(libc);
        otherName = (UnixName) other.name(libc);
    }

    void add(UnixName to, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.add(to, bytes, 0, bytes.length);
    }

    String received(int index) {
        byte[] bytes = new byte[100];
        in.copy(index, bytes, 0);
        return new String(bytes, 0, in.length(index), UTF_8);
    }

    @Override
    public void close() {
        one.close(libc);
        other.close(libc);
        libc.close();
    }
}
