package org.wirechief.endpoint.midatagram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.endpoint.trace.TracePolicy;
import org.wirechief.net.Address;

/// The parameters of `mi_datagram`, each valid by itself.
///
/// @param socketName where to listen; null until it is set
/// @param childrenCount readers of the socket
/// @param file of a Unix socket
/// @param socketTimeout how long a peer has to take a reply
record MiDatagramParameters(
        @Nullable Address socketName,
        int childrenCount,
        DoorFile file,
        Duration socketTimeout,
        Language language,
        AccessPolicy access,
        TracePolicy trace) {

    static final MiDatagramParameters INITIAL = new MiDatagramParameters(
            null,
            1,
            DoorFile.INITIAL,
            Duration.ofSeconds(2),
            Language.INITIAL,
            AccessPolicy.initial("mi_datagram"),
            TracePolicy.initial("mi_datagram"));

    MiDatagramParameters at(Address address) {
        return new MiDatagramParameters(address, childrenCount, file, socketTimeout, language, access, trace);
    }

    MiDatagramParameters withChildrenCount(int count) {
        return new MiDatagramParameters(socketName, count, file, socketTimeout, language, access, trace);
    }

    MiDatagramParameters with(DoorFile changed) {
        return new MiDatagramParameters(socketName, childrenCount, changed, socketTimeout, language, access, trace);
    }

    MiDatagramParameters withSocketTimeout(Duration timeout) {
        return new MiDatagramParameters(socketName, childrenCount, file, timeout, language, access, trace);
    }

    MiDatagramParameters with(Language changed) {
        return new MiDatagramParameters(socketName, childrenCount, file, socketTimeout, changed, access, trace);
    }

    MiDatagramParameters with(AccessPolicy changed) {
        return new MiDatagramParameters(socketName, childrenCount, file, socketTimeout, language, changed, trace);
    }

    MiDatagramParameters with(TracePolicy changed) {
        return new MiDatagramParameters(socketName, childrenCount, file, socketTimeout, language, access, changed);
    }
}
