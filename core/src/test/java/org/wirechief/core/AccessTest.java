package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    @ParameterizedTest
    @CsvSource({
        "READ, READ, true",
        "READ, WRITE, false",
        "READ, ADMIN, false",
        "WRITE, READ, true",
        "WRITE, WRITE, true",
        "WRITE, ADMIN, false",
        "ADMIN, READ, true",
        "ADMIN, WRITE, true",
        "ADMIN, ADMIN, true"
    })
    void eachLevelIncludesTheOnesBeforeIt(Access granted, Access required, boolean allowed) {
        assertThat(granted.allows(required)).isEqualTo(allowed);
    }
}
