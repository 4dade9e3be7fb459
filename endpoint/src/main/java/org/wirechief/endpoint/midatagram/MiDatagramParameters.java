package org.wirechief.endpoint.midatagram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.net.Address;
import org.wirechief.wire.mitext.MiTextOptions;

/// The parameters of `mi_datagram`, each valid by itself.
///
/// @param socketName where to listen; null until it is set
/// @param childrenCount readers of the socket
/// @param file of a Unix socket
/// @param socketTimeout how long a peer has to take a reply
/// @param text what the text dialect looks like
record MiDatagramParameters(
        @Nullable Address socketName,
        int childrenCount,
        SocketFile file,
        Duration socketTimeout,
        Dialect dialect,
        MiTextOptions text,
        AccessPolicy access) {

    static final MiDatagramParameters INITIAL = new MiDatagramParameters(
            null,
            1,
            SocketFile.INITIAL,
            Duration.ofSeconds(2),
            Dialect.AUTO,
            MiTextOptions.DEFAULTS,
            AccessPolicy.initial("mi_datagram"));

    MiDatagramParameters at(Address address) {
        return new MiDatagramParameters(address, childrenCount, file, socketTimeout, dialect, text, access);
    }

    MiDatagramParameters withChildrenCount(int count) {
        return new MiDatagramParameters(socketName, count, file, socketTimeout, dialect, text, access);
    }

    MiDatagramParameters with(SocketFile changed) {
        return new MiDatagramParameters(socketName, childrenCount, changed, socketTimeout, dialect, text, access);
    }

    MiDatagramParameters withSocketTimeout(Duration timeout) {
        return new MiDatagramParameters(socketName, childrenCount, file, timeout, dialect, text, access);
    }

    MiDatagramParameters with(Dialect changed) {
        return new MiDatagramParameters(socketName, childrenCount, file, socketTimeout, changed, text, access);
    }

    MiDatagramParameters with(MiTextOptions changed) {
        return new MiDatagramParameters(socketName, childrenCount, file, socketTimeout, dialect, changed, access);
    }

    MiDatagramParameters with(AccessPolicy changed) {
        return new MiDatagramParameters(socketName, childrenCount, file, socketTimeout, dialect, text, changed);
    }
}
