package org.wirechief.net;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.wirechief.net.linux.UnixName;

/// Paths of the JDK as names of Unix sockets.
final class UnixPaths {
    private UnixPaths() {}

    /// In the bytes the JDK itself gives the kernel for this path.
    static UnixName name(Path path) {
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"));
        return UnixName.path(path.toString().getBytes(charset));
    }
}
