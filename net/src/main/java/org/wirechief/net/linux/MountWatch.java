package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/// Tells when something is mounted or unmounted anywhere this process sees
/// (`proc_pid_mountinfo(5)`). Not safe for use by several threads at once.
public final class MountWatch {
    private static final String MOUNTS = "/proc/self/mountinfo";

    private final Descriptor descriptor;

    private MountWatch(int fd) {
        this.descriptor = new Descriptor(fd);
    }

    /// A watch that tells from now on.
    ///
    /// @return null when the system does not tell
    public static @Nullable MountWatch open(Libc libc) {
        NativePath mounts = NativePath.passing(libc, MOUNTS.getBytes(US_ASCII));
        int answer = libc.open(mounts.memory(), Kernel.O_RDONLY | Kernel.O_CLOEXEC);
        return answer < 0 ? null : new MountWatch(answer);
    }

    int fd() {
        return descriptor.fd();
    }

    /// Closes it. Calling again does nothing.
    public void close(Libc libc) {
        descriptor.close(libc);
    }
}
