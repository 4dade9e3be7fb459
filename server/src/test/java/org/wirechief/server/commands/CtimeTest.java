package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CtimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, UTC, Thu Jan  1 00:00:00 2026",
        "2026-02-28T23:59:59.999Z, UTC, Sat Feb 28 23:59:59 2026",
        "2026-03-02T09:05:07Z, UTC, Mon Mar  2 09:05:07 2026",
        "2026-04-14T12:00:00Z, UTC, Tue Apr 14 12:00:00 2026",
        "2026-05-06T12:00:00Z, UTC, Wed May  6 12:00:00 2026",
        "2026-06-07T12:00:00Z, UTC, Sun Jun  7 12:00:00 2026",
        "2026-07-01T12:00:00Z, Europe/Berlin, Wed Jul  1 14:00:00 2026",
        "2026-08-31T23:30:00Z, Asia/Kolkata, Tue Sep  1 05:00:00 2026",
        "2026-09-25T12:00:00Z, UTC, Fri Sep 25 12:00:00 2026",
        "2026-10-10T12:00:00Z, UTC, Sat Oct 10 12:00:00 2026",
        "2026-11-21T01:43:05Z, UTC, Sat Nov 21 01:43:05 2026",
        "2027-01-01T04:59:59Z, America/New_York, Thu Dec 31 23:59:59 2026"
    })
    void datesAreWrittenAsInC(String instant, String zone, String text) {
        assertThat(Ctime.in(ZoneId.of(zone), Instant.parse(instant))).isEqualTo(text);
    }

    @Test
    void localMeansTheZoneOfThisMachine() {
        Instant instant = Instant.parse("2026-11-21T01:43:05Z");

        assertThat(Ctime.local(instant)).isEqualTo(Ctime.in(ZoneId.systemDefault(), instant));
    }
}
