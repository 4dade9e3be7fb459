package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadSamplerTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final LoadSampler sampler = new LoadSampler();

    @Test
    void noThreadIsLookedAtWhileTheProcessDoesNothing() throws Exception {
        LoadMeter thread = sampler.meter(looks::incrementAndGet, 1);
        sampler.sampleAll(10);
        assertThat(looks.get()).isEqualTo(1);
        // samples are a second apart
        Thread.sleep(1_010);
        sampler.sampleAll(10);
        assertThat(looks.get()).isEqualTo(1);

        Thread.sleep(1_010);
        sampler.sampleAll(20);
        assertThat(looks.get()).isEqualTo(2);
        assertThat(thread.percent(1)).isZero();
    }

    @Test
    void whatWasUsedBetweenTwoSamplesIsNotTakenForRest() throws Exception {
        sampler.meter(looks::incrementAndGet, 1);
        sampler.sampleAll(10);
        // too soon for another sample
        sampler.sampleAll(20);
        assertThat(looks.get()).isEqualTo(1);
        Thread.sleep(1_010);
        sampler.sampleAll(20);

        assertThat(looks.get()).isEqualTo(2);
    }
}
