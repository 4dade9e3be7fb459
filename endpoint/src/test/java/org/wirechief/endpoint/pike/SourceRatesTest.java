package org.wirechief.endpoint.pike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.endpoint.pike.SourceRates.Verdict.ADMITTED;
import static org.wirechief.endpoint.pike.SourceRates.Verdict.ADMITTED_AGAIN;
import static org.wirechief.endpoint.pike.SourceRates.Verdict.BLOCKED;
import static org.wirechief.endpoint.pike.SourceRates.Verdict.NOW_BLOCKED;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/// Three requests in a unit of 100, remembered for 1000.
class SourceRatesTest {
    private static final InetAddress A = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress B = InetAddress.ofLiteral("2001:db8::1");

    private final SourceRates rates = new SourceRates(100, 3, 1000);

    private void admit(InetAddress address, int requests, long now) {
        for (int i = 0; i < requests; i++) {
            assertThat(rates.request(address, now)).isEqualTo(ADMITTED);
        }
    }

    @Test
    void oneMoreThanItMayBlocksAnAddressAndNoOther() {
        admit(A, 3, 0);
        assertThat(rates.request(A, 99)).isEqualTo(NOW_BLOCKED);
        assertThat(rates.request(A, 99)).isEqualTo(BLOCKED);
        admit(B, 3, 99);
        assertThat(rates.blocked(99)).isEqualTo(1);
    }

    @Test
    void asManyAsItMayInEachUnitNeverBlockIt() {
        for (int unit = 0; unit < 50; unit++) {
            admit(A, 3, unit * 100L);
        }
        assertThat(rates.blocked(5000)).isZero();
    }

    /// Units of an address begin with its first request, and do not slide.
    @Test
    void acrossTheBorderOfUnitsTwiceAsManyPass() {
        admit(A, 1, 0);
        admit(A, 2, 99);
        admit(A, 3, 100);
        assertThat(rates.request(A, 101)).isEqualTo(NOW_BLOCKED);
    }

    @Test
    void itStaysBlockedUntilItHasBeenQuietForAUnit() {
        admit(A, 3, 0);
        assertThat(rates.request(A, 10)).isEqualTo(NOW_BLOCKED);
        for (int i = 0; i < 4; i++) {
            assertThat(rates.request(A, 100 + i)).isEqualTo(BLOCKED);
        }
        assertThat(rates.request(A, 200)).isEqualTo(BLOCKED);
        assertThat(rates.request(A, 300)).isEqualTo(ADMITTED_AGAIN);
        assertThat(rates.blocked(300)).isZero();
        admit(A, 2, 301);
        assertThat(rates.request(A, 302)).isEqualTo(NOW_BLOCKED);
    }

    @Test
    void silenceOfAUnitReleasesIt() {
        admit(A, 3, 0);
        assertThat(rates.request(A, 10)).isEqualTo(NOW_BLOCKED);
        assertThat(rates.request(A, 250)).isEqualTo(ADMITTED_AGAIN);
    }

    @Test
    void aSilentAddressIsForgotten() {
        admit(A, 3, 0);
        assertThat(rates.request(A, 0)).isEqualTo(NOW_BLOCKED);
        admit(B, 1, 900);

        assertThat(rates.remembered(1000)).isEqualTo(2);
        assertThat(rates.remembered(1001)).isEqualTo(1);
        assertThat(rates.blocked(1001)).isZero();
        assertThat(rates.request(A, 1001)).isEqualTo(ADMITTED);
        assertThat(rates.displaced()).isZero();
    }

    @Test
    void whenThereAreTooManyTheOneThatWasSilentLongestGoes() throws Exception {
        admit(A, 3, 0);
        assertThat(rates.request(A, 1)).isEqualTo(NOW_BLOCKED);
        for (int i = 0; i < SourceRates.MOST; i++) {
            InetAddress other = InetAddress.getByAddress(
                    ByteBuffer.allocate(4).putInt(0x0A00_0000 + i).array());
            rates.request(other, 2);
        }

        assertThat(rates.displaced()).isEqualTo(1);
        assertThat(rates.remembered(2)).isEqualTo(SourceRates.MOST);
        assertThat(rates.blocked(2)).isZero();
    }
}
