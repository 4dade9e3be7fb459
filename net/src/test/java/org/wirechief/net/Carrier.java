package org.wirechief.net;

import java.nio.file.Path;

/// The two kinds of stream a test runs over.
enum Carrier {
    TCP,
    UNIX;

    Address freshAddress(Path directory) {
        return this == TCP
                ? Address.tcp("127.0.0.1", 0)
                : Address.unixStream(directory.resolve("door").toString());
    }
}
