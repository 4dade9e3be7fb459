package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static Signature of(String presences) {
        List<Param> params = Stream.of(presences.split(" "))
                .map(p -> new Param(p.toLowerCase(java.util.Locale.ROOT), ParamType.TEXT, Param.Presence.valueOf(p)))
                .toList();
        return new Signature(params);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REQUIRED REQUIRED",
                "REQUIRED OPTIONAL OPTIONAL REPEATED",
                "REPEATED",
                "OPTIONAL",
                "REQUIRED ONE_OR_MORE"
            })
    void requiredComesBeforeOptionalBeforeRepeated(String presences) {
        assertThat(of(presences).params()).hasSize(presences.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONAL REQUIRED, 'required', 'optional'",
        "REPEATED REQUIRED, 'required', 'repeated'",
        "REQUIRED REPEATED OPTIONAL, 'optional', 'repeated'",
        "REPEATED REPEATED, 'repeated', 'repeated'",
        "OPTIONAL ONE_OR_MORE, 'one_or_more', 'optional'",
        "ONE_OR_MORE OPTIONAL, 'optional', 'one_or_more'"
    })
    void otherOrdersCannotBe(String presences, String second, String first) {
        assertThatThrownBy(() -> of(presences))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parameter '" + second + "' cannot follow '" + first + "'");
    }

    @Test
    void itReadsAsHelpShowsIt() {
        Signature signature = new Signature(List.of(
                new Param("name", ParamType.TEXT, Param.Presence.REQUIRED),
                new Param("ttl", ParamType.INTEGER, Param.Presence.OPTIONAL),
                new Param("more", ParamType.ANY, Param.Presence.REPEATED)));

        assertThat(signature).hasToString("name:text [ttl:integer] [more:any ...]");
        assertThat(new Signature(List.of())).hasToString("");
        assertThat(new Param("name", ParamType.TEXT, Param.Presence.ONE_OR_MORE))
                .hasToString("name:text ...");
    }
}
