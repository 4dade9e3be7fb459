package org.wirechief.net.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class PollSetTest {
    /// As after somebody has lowered the limit of a running process.
    @Test
    void moreDescriptorsThanAProcessMayHaveAreAFailure() throws IOException {
        int limit = OpenFiles.limit();
        try (var libc = new Libc()) {
            var set = new PollSet(libc, limit + 1);
            for (int i = 0; i < limit; i++) {
                set.add(-1, PollSet.RECEIVE);
            }
            assertThat(set.poll(0)).isFalse();

            set.add(-1, PollSet.RECEIVE);

            assertThatThrownBy(() -> set.poll(0))
                    .isInstanceOf(LinuxException.class)
                    .hasMessage("poll: invalid argument (EINVAL)");
        }
    }
}
