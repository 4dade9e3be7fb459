package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadSamplerTest {
    private final AtomicLong process = new AtomicLong(1);
    private final AtomicInteger looks = new AtomicInteger();
    private final LoadSampler sampler = new LoadSampler(process::get);

    @Test
    void noThreadIsLookedAtWhileTheProcessDoesNothing() throws Exception {
        LoadMeter thread = sampler.meter(looks::incrementAndGet, 1);
        sampler.sampleAll();
        assertThat(looks.get()).isEqualTo(1);
        // samples are a second apart
        Thread.sleep(1_010);
        sampler.sampleAll();
        assertThat(looks.get()).isEqualTo(1);

        Thread.sleep(1_010);
        process.incrementAndGet();
        sampler.sampleAll();
        assertThat(looks.get()).isEqualTo(2);
        assertThat(thread.percent(1)).isZero();
    }
}
