package org.wirechief.net;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.wirechief.net.linux.UnixName;

/// Paths of the JDK as the kernel sees them.
final class UnixPaths {
    private UnixPaths() {}

    /// In the bytes the JDK itself gives the kernel for this path.
    static UnixName name(Path path) {
        return UnixName.path(bytes(path.toString()));
    }

    /// A name's bytes, as the JDK encodes file names.
    static byte[] bytes(String name) {
        return name.getBytes(Charset.forName(System.getProperty("sun.jnu.encoding")));
    }
}
