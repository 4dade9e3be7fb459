package org.wirechief.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Looks at a path without rest until something is there, and says what it is like at that moment:
/// its mode in octal, and what connecting to it gave.
record FirstSight(Path path) implements Callable<String> {

    @Override
    public String call() throws Exception {
        while (true) {
            Object mode;
            try {
                mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                // not there yet
                continue;
            }
            return Integer.toOctalString((int) Objects.requireNonNull(mode)) + " " + connected();
        }
    }

    private String connected() throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return channel.isConnected() ? "connected" : "not connected";
        } catch (ConnectException e) {
            return "refused";
        }
    }
}
