package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MemoryUseTest {
    @Test
    void directMemoryCounts() {
        ByteBuffer direct = ByteBuffer.allocateDirect(64 << 20);

        assertThat(MemoryUse.now().used()).isGreaterThan(direct.capacity());
        assertThat(direct.isDirect()).isTrue();
    }

    @Test
    void roomOfTheOneDoesNotHelpTheOther() {
        MemoryUse heap = new MemoryUse(1000, 990, 990);
        MemoryUse direct = new MemoryUse(3000, 10, 10);

        assertThat(heap.orFuller(direct)).isEqualTo(heap);
        assertThat(direct.orFuller(heap)).isEqualTo(heap);
        assertThat(MemoryUse.ofTheFuller().total()).isLessThan(MemoryUse.now().total());
    }

    @Test
    void theTotalIsTheLimitOfHeapAndDirectMemory() {
        assertThat(MemoryUse.now().total()).isGreaterThan(Runtime.getRuntime().maxMemory());
    }
}
