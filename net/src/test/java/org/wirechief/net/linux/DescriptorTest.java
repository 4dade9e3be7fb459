package org.wirechief.net.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DescriptorTest {
    /// Other threads may take the number that has become free, and give it back.
    private static final int TRIES = 1000;

    @Test
    void closingAgainDoesNotCloseWhoHasTheNumberNow() throws Exception {
        try (var libc = new Libc()) {
            Descriptor former = eventfd(libc);
            assertThat(former.isOpen()).isTrue();
            former.close(libc);
            assertThat(former.isOpen()).isFalse();
            List<Descriptor> opened = new ArrayList<>();
            do {
                assertThat(opened.size()).as("tries").isLessThan(TRIES);
                opened.add(eventfd(libc));
            } while (opened.getLast().fd() != former.fd());

            former.close(libc);

            assertThat(Files.readSymbolicLink(Path.of("/proc/self/fd/" + former.fd())))
                    .hasToString("anon_inode:[eventfd]");
            opened.forEach(one -> one.close(libc));
        }
    }

    private static Descriptor eventfd(Libc libc) throws LinuxException {
        return new Descriptor(LinuxException.check("eventfd", libc.eventfd(0, Kernel.EFD_CLOEXEC)));
    }
}
