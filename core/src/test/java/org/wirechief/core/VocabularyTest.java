package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "RPC, RPC, true",
        "RPC, MI, false",
        "MI, RPC, false",
        "MI, MI, true",
        "BOTH, RPC, true",
        "BOTH, MI, true"
    })
    void aCallerSeesItsOwnAndTheCommon(Vocabulary command, Vocabulary asked, boolean seen) {
        assertThat(command.isSeenBy(asked)).isEqualTo(seen);
    }
}
